package dev.precinct.runtime.access.publication;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.PermissionStore;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.util.List;
import java.util.OptionalLong;

/**
 * Brings the channel to the state of the outbox: in order, each revision once, again after a crash, and whole where the channel lost
 * it. Safe to call at any time from several replicas.
 */
public final class PrincipalPublisher {
    private final TenantId tenant;
    private final AccessControl access;
    private final PermissionStore store;
    private final PrincipalChannel channel;

    public PrincipalPublisher(TenantId tenant, AccessControl access, PermissionStore store, PrincipalChannel channel) {
        this.tenant = tenant;
        this.access = access;
        this.store = store;
        this.channel = channel;
    }

    /** Asks the channel only, as long as it is up to date. */
    public void publishPending() {
        OptionalLong there = channel.publishedRevision();
        long here = access.current().revision();
        if (there.isPresent() && there.getAsLong() > here) {
            here = access.atLeast(there.getAsLong()).revision();
        }
        if (there.isPresent() && there.getAsLong() > here) {
            // The database was restored to an earlier state: jump past what readers know, they see a gap and read the
            // snapshot.
            long beyond = there.getAsLong() + 1;
            access.change(permissions -> permissions.at(Math.max(permissions.revision(), beyond)));
        }
        if (there.isEmpty() || there.getAsLong() != access.current().revision()) {
            store.handOver(this::publish);
        }
    }

    private void publish(PermissionStore.Pending pending) {
        OptionalLong there = channel.publishedRevision();
        long revision = pending.permissions().revision();
        if (there.isPresent() && there.getAsLong() == revision) {
            return; // published before a crash that kept the outbox from being emptied
        }
        List<PrincipalChange> unpublished = pending.changes().stream()
                .filter(change -> change.revision() > there.orElse(0))
                .toList();
        var principals = pending.permissions().principals();
        channel.publish(
                new PrincipalsSnapshot(tenant, revision, principals),
                unpublished.isEmpty() ? said(pending.permissions()) : unpublished);
    }

    /**
     * The channel lost changes that the outbox no longer has: one entry at the present revision, so that readers who are behind see
     * the gap.
     */
    private static List<PrincipalChange> said(Permissions permissions) {
        return permissions.principals().stream()
                .limit(1)
                .map(principal -> new PrincipalChange(permissions.revision(), principal.name(), principal))
                .toList();
    }
}
