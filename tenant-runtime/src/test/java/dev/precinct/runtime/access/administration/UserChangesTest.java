package dev.precinct.runtime.access.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.tenancy.permission.SegmentPath;
import dev.precinct.tenancy.problem.Problem.FieldError;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UserChangesTest {
    private static final Grant ADMINISTRATOR = new Grant("administrator", List.of(SegmentPath.EVERYWHERE), null);
    private static final Permissions ONE =
            UserChanges.add(Permissions.EMPTY, "admin", ADMINISTRATOR, new TreeSet<>(), "$argon2id$1");

    @Test
    void eachWrongFieldIsNamed() {
        assertThatThrownBy(() -> UserChanges.add(
                        ONE, "no name", new Grant("r", List.of(), "d"), new TreeSet<>(Set.of("g")), "v"))
                .isInstanceOfSatisfying(
                        UserRefusedException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("name", "role", "disclosure", "groups"));
    }

    @Test
    void aTakenNameIsRefused() {
        assertThatThrownBy(() -> UserChanges.add(ONE, "admin", Grant.NOTHING, new TreeSet<>(), "v"))
                .isInstanceOfSatisfying(
                        UserRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UserRefusedException.Reason.NAME_TAKEN));
    }

    @Test
    void theLastAdministratorCanNeitherGoNorStepDown() {
        assertThatThrownBy(() -> UserChanges.remove(ONE, "admin"))
                .isInstanceOfSatisfying(
                        UserRefusedException.class,
                        refused ->
                                assertThat(refused.reason()).isEqualTo(UserRefusedException.Reason.LAST_ADMINISTRATOR));
        assertThatThrownBy(() -> UserChanges.change(ONE, "admin", Grant.NOTHING, new TreeSet<>()))
                .isInstanceOf(UserRefusedException.class);
        var two = UserChanges.add(ONE, "eva", ADMINISTRATOR, new TreeSet<>(), "v");
        assertThat(UserChanges.remove(two, "admin").user("admin")).isEmpty();
    }

    @Test
    void aUserWhoIsMadeAgainDoesNotReviveOldSessions() {
        var first = UserChanges.add(ONE.at(5), "eva", Grant.NOTHING, new TreeSet<>(), "v");
        var again = UserChanges.add(
                UserChanges.remove(first.at(6), "eva").at(7), "eva", Grant.NOTHING, new TreeSet<>(), "v");
        assertThat(again.user("eva").orElseThrow().credential().revision())
                .isGreaterThan(first.user("eva").orElseThrow().credential().revision());
    }
}
