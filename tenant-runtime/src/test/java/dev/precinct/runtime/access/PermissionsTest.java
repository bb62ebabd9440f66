package dev.precinct.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.access.seed.SeedApplication;
import dev.precinct.tenancy.permission.Actions;
import dev.precinct.tenancy.permission.Disclosure;
import dev.precinct.tenancy.permission.PermissionSeed;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final Disclosure NO_NETWORK =
            new Disclosure("no-network", Set.of("ipAddress", "ssId"), Set.of("macAddress"), false);

    private static Permissions of(List<PermissionSeed.Group> groups, PermissionSeed.User... users) {
        var seed = new PermissionSeed(
                List.of(
                        new PermissionSeed.Role("viewer", List.of("clients:read")),
                        new PermissionSeed.Role("analyst", List.of("analytics:read"))),
                List.of(NO_NETWORK),
                groups,
                List.of(users),
                "admin");
        return SeedApplication.apply(Permissions.EMPTY, seed, Map.of()).permissions();
    }

    private static PermissionSeed.Group group(String name, String role, String segment, String disclosure) {
        return new PermissionSeed.Group(name, role, List.of(new SegmentPath(segment)), disclosure);
    }

    @Test
    void aUserHasHisOwnRightsAndThoseOfHisGroups() {
        var rights = of(
                        List.of(group("north", "analyst", "Mall>North", null)),
                        new PermissionSeed.User(
                                "ana", "viewer", List.of("north"), List.of(new SegmentPath("Mall>South")), null))
                .rightsOf("ana")
                .orElseThrow();
        assertThat(rights.actions()).containsExactly("analytics:read", "clients:read");
        assertThat(rights.segments()).containsExactly(new SegmentPath("Mall>South"), new SegmentPath("Mall>North"));
        assertThat(rights.disclosure()).isEqualTo(Disclosure.FULL);
    }

    @Test
    void theAdministratorMayDoEverythingEverywhere() {
        var rights = of(List.of()).rightsOf("admin").orElseThrow();
        assertThat(rights.actions()).containsAll(Actions.all());
        assertThat(rights.segments()).containsExactly(SegmentPath.EVERYWHERE);
    }

    @Test
    void groupsTogetherShowNoMoreThanTheStrictestOfThem() {
        var groups = List.of(group("a", null, "Mall", "no-network"), group("b", null, "Mall", "Pseudonymous"));
        var joined = of(groups, new PermissionSeed.User("ben", null, List.of("a", "b"), List.of(), null))
                .rightsOf("ben")
                .orElseThrow()
                .disclosure();
        assertThat(joined.hide()).containsExactlyInAnyOrder("ipAddress", "ssId", "userName");
        assertThat(joined.pseudonymise()).containsExactly("macAddress");
        assertThat(joined.aggregated()).isFalse();
    }

    @Test
    void anOwnDisclosureWinsOverTheGroups() {
        var groups = List.of(group("a", null, "Mall", "Aggregated"));
        var own = of(groups, new PermissionSeed.User("ben", null, List.of("a"), List.of(), "no-network"));
        assertThat(own.rightsOf("ben").orElseThrow().disclosure()).isEqualTo(NO_NETWORK);
        var ofGroup = of(groups, new PermissionSeed.User("ben", null, List.of("a"), List.of(), null));
        assertThat(ofGroup.rightsOf("ben").orElseThrow().disclosure().aggregated())
                .isTrue();
    }

    @Test
    void whatIsNoLongerDefinedGrantsNothingAndShowsNothing() {
        var rights = of(List.of(), new PermissionSeed.User("ben", "gone", List.of("gone"), List.of(), "gone"))
                .rightsOf("ben")
                .orElseThrow();
        assertThat(rights.actions()).isEmpty();
        assertThat(rights.disclosure().aggregated()).isTrue();
    }

    @Test
    void aUserWithoutAPasswordIsNotPublished() {
        var permissions = of(List.of(), new PermissionSeed.User("ben", null, List.of(), List.of(), null));
        assertThat(permissions.principals()).isEmpty();
        assertThat(permissions.rightsOf("nobody")).isEmpty();
    }
}
