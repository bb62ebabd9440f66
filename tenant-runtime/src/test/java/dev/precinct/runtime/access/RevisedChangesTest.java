package dev.precinct.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.access.administration.UserChanges;
import dev.precinct.tenancy.permission.SegmentPath;
import dev.precinct.tenancy.principal.PrincipalChange;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RevisedChangesTest {
    private static final Grant ADMINISTRATOR = new Grant("administrator", List.of(SegmentPath.EVERYWHERE), null);

    private static Permissions with(Permissions before, String name) {
        return UserChanges.add(before, name, ADMINISTRATOR, new TreeSet<>(), "$argon2id$" + name);
    }

    @Test
    void eachUserWhoseRightsChangedGetsTheNextRevision() {
        var before = Permissions.EMPTY.at(7);
        var revised = RevisedChanges.between(before, with(with(before, "ben"), "ana"));
        assertThat(revised.changes()).extracting(PrincipalChange::revision).containsExactly(8L, 9L);
        assertThat(revised.changes()).extracting(PrincipalChange::name).containsExactly("ana", "ben");
        assertThat(revised.after().revision()).isEqualTo(9);
    }

    @Test
    void aRemovedUserIsSaidWithoutAPrincipal() {
        var before = with(with(Permissions.EMPTY, "ana"), "ben").at(3);
        var revised = RevisedChanges.between(before, UserChanges.remove(before, "ben"));
        assertThat(revised.changes()).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("ben");
            assertThat(change.principal()).isNull();
        });
    }

    @Test
    void aChangeOfPlacesOnlyIsPublishedForOtherReplicas() {
        var before = with(Permissions.EMPTY, "ana").at(3);
        var narrower = new Grant("administrator", List.of(new SegmentPath("Mall")), null);
        var revised = RevisedChanges.between(before, UserChanges.change(before, "ana", narrower, new TreeSet<>()));
        assertThat(revised.changes()).extracting(PrincipalChange::revision).containsExactly(4L);
    }

    @Test
    void nothingChangedIsNoRevision() {
        var before = with(Permissions.EMPTY, "ana").at(3);
        var revised = RevisedChanges.between(before, before);
        assertThat(revised.changes()).isEmpty();
        assertThat(revised.after().revision()).isEqualTo(3);
    }

    @Test
    void aJumpSaysOneUserAgainSoThatReadersSeeTheGap() {
        var before = with(Permissions.EMPTY, "ana").at(3);
        var revised = RevisedChanges.between(before, before.at(100));
        assertThat(revised.changes()).extracting(PrincipalChange::revision).containsExactly(101L);
    }
}
