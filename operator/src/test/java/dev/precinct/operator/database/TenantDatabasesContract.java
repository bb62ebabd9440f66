package dev.precinct.operator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link TenantDatabases} does. */
public abstract class TenantDatabasesContract {
    private final TenantDatabase database = new TenantDatabase("default", newName());

    protected static String newName() {
        return "t_" + UUID.randomUUID().toString().replace("-", "");
    }

    protected abstract TenantDatabases databases();

    @Test
    void aDatabaseThatWasNeverMadeIsNeitherThereNorSound() {
        assertThat(databases().exists(database)).isFalse();
        assertThat(databases().isSound(database, "secret")).isFalse();
    }

    @Test
    void makingTwiceIsTheSameAsMakingOnce() {
        databases().ensure(database, "secret");
        databases().ensure(database, "secret");

        assertThat(databases().exists(database)).isTrue();
        assertThat(databases().isSound(database, "secret")).isTrue();
    }

    @Test
    void anotherPasswordIsUnsoundUntilItIsApplied() {
        databases().ensure(database, "first");
        assertThat(databases().isSound(database, "second")).isFalse();

        databases().ensure(database, "second");

        assertThat(databases().isSound(database, "second")).isTrue();
        assertThat(databases().isSound(database, "first")).isFalse();
    }

    @Test
    void droppingTwiceIsTheSameAsDroppingOnce() {
        databases().ensure(database, "secret");

        databases().drop(database);
        databases().drop(database);

        assertThat(databases().exists(database)).isFalse();
    }

    @Test
    void anUnknownServerIsForAPersonToSolve() {
        assertThatThrownBy(() -> databases().ensure(new TenantDatabase("nowhere", newName()), "secret"))
                .isInstanceOfSatisfying(
                        TenantException.UserMustAct.class,
                        e -> assertThat(e.reason()).isEqualTo(TenantReason.DATABASE_SERVER_UNKNOWN));
    }
}
