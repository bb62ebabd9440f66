package dev.precinct.runtime.access.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.Origin;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.administration.UserChanges;
import dev.precinct.tenancy.permission.PermissionSeed;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SeedApplicationTest {
    private static final Grant NORTH = new Grant("viewer", List.of(new SegmentPath("Mall>North")), null);

    private static PermissionSeed seed(PermissionSeed.User... users) {
        return new PermissionSeed(
                List.of(new PermissionSeed.Role("viewer", List.of("clients:read"))),
                List.of(),
                List.of(),
                List.of(users),
                "admin");
    }

    private static PermissionSeed.User user(String name, String segment) {
        return new PermissionSeed.User(name, "viewer", List.of(), List.of(new SegmentPath(segment)), null);
    }

    private static Permissions applied(Permissions before, PermissionSeed seed) {
        return SeedApplication.apply(before, seed, Map.of()).permissions();
    }

    @Test
    void aRowThatNobodyChangedFollowsTheYaml() {
        var first = applied(Permissions.EMPTY, seed(user("ana", "Mall>North")));
        var second = applied(first, seed(user("ana", "Mall>South")));
        assertThat(second.user("ana").orElseThrow().grant().segments()).containsExactly(new SegmentPath("Mall>South"));
    }

    @Test
    void aUserWhoIsGoneFromTheYamlIsGone() {
        var first = applied(Permissions.EMPTY, seed(user("ana", "Mall")));
        assertThat(applied(first, seed()).user("ana")).isEmpty();
    }

    @Test
    void aUserWhomTheAdministratorChangedIsKeptAndReported() {
        var first = applied(Permissions.EMPTY, seed(user("ana", "Mall>South")));
        var edited = UserChanges.change(first, "ana", NORTH, new TreeSet<>());
        var again = SeedApplication.apply(edited, seed(user("ana", "Mall>South")), Map.of());
        assertThat(again.permissions().user("ana").orElseThrow().grant()).isEqualTo(NORTH);
        assertThat(again.keptDifferences()).singleElement().asString().contains("user ana", "changed");
        var withoutHer = SeedApplication.apply(edited, seed(), Map.of());
        assertThat(withoutHer.permissions().user("ana")).isPresent();
        assertThat(withoutHer.keptDifferences()).singleElement().asString().contains("no longer has it");
    }

    @Test
    void aUserWhomTheAdministratorRemovedDoesNotComeBack() {
        var first = applied(Permissions.EMPTY, seed(user("ana", "Mall")));
        var removed = UserChanges.remove(first, "ana");
        var again = SeedApplication.apply(removed, seed(user("ana", "Mall")), Map.of("ana", "$argon2id$x"));
        assertThat(again.permissions().user("ana")).isEmpty();
        assertThat(again.keptDifferences()).singleElement().asString().contains("removed");
        // Once the YAML agrees nothing of her stays, and a later YAML may bring her again.
        var agreed = applied(removed, seed());
        assertThat(agreed.users()).doesNotContainKey("ana");
        assertThat(applied(agreed, seed(user("ana", "Mall"))).user("ana")).isPresent();
    }

    @Test
    void aUserOfTheAdministratorIsNeverTouched() {
        var first = applied(Permissions.EMPTY, seed());
        var added = UserChanges.add(first, "eva", NORTH, new TreeSet<>(), "$argon2id$e");
        var again = SeedApplication.apply(added, seed(), Map.of());
        assertThat(again.permissions().user("eva")).isPresent();
        assertThat(again.keptDifferences()).isEmpty();
    }

    @Test
    void aPasswordOfTheSeedIsTakenAndOneOfTheAdministratorSurvives() {
        var seed = seed(user("ana", "Mall"));
        var first = SeedApplication.apply(Permissions.EMPTY, seed, Map.of("ana", "$argon2id$1"))
                .permissions();
        assertThat(first.user("ana").orElseThrow().credential().verifier()).isEqualTo("$argon2id$1");
        var own = UserChanges.password(first, "ana", "$argon2id$own");
        var again =
                SeedApplication.apply(own, seed, Map.of("ana", "$argon2id$2")).permissions();
        assertThat(again.user("ana").orElseThrow().credential().verifier()).isEqualTo("$argon2id$own");
        assertThat(again.user("ana").orElseThrow().credential().origin()).isEqualTo(Origin.ADMINISTRATOR);
        // A new password is no edit of the row: the YAML may still revoke her.
        assertThat(applied(own, seed()).user("ana")).isEmpty();
    }

    @Test
    void whoeverTheYamlCallsAdministratorIsOne() {
        var permissions = applied(Permissions.EMPTY, seed(user("admin", "Mall>North")));
        assertThat(permissions.user("admin").orElseThrow().administrator()).isTrue();
    }
}
