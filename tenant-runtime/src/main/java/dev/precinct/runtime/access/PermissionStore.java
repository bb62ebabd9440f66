package dev.precinct.runtime.access;

import dev.precinct.tenancy.principal.PrincipalChange;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Keeps permissions. Adapter: {@code persistence}. */
public interface PermissionStore {
    Permissions read();

    /**
     * Reads, changes and writes as one: the changed rows, the revision and the outbox entries stand in one transaction, and a second
     * change waits. Runs no second time; what the change throws goes to the caller and nothing is written.
     *
     * @return the permissions after it, with their revision
     */
    Permissions change(UnaryOperator<Permissions> change);

    /**
     * Hands the outbox over, oldest first, while no other replica can; entries are gone from it when the receiver returns, and stay
     * when it throws.
     */
    void handOver(Consumer<Pending> receiver);

    /**
     * What is to be published.
     *
     * @param permissions as they are after the last of the changes
     */
    record Pending(Permissions permissions, List<PrincipalChange> changes) {}

    /** The tenant's key for pseudonyms: made with the database, the same for its whole life. */
    byte[] pseudonymKey();
}
