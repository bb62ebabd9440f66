package dev.precinct.gateway.principals;

import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.principal.Principal;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The users of one tenant at one revision. Immutable. */
public final class Replica {
    private final TenantId tenant;
    private final long revision;
    private final long snapshotRevision;
    private final Map<String, Principal> byName;

    /** What a change did to a replica. */
    public sealed interface Applied {
        /** The change was the next one. */
        record Next(Replica replica) implements Applied {}

        /** The snapshot had it already. */
        record Known() implements Applied {}

        /** Changes are missing before it, or the source went back: only a fresh snapshot helps. */
        record Gap() implements Applied {}
    }

    private Replica(TenantId tenant, long revision, long snapshotRevision, Map<String, Principal> byName) {
        this.tenant = tenant;
        this.revision = revision;
        this.snapshotRevision = snapshotRevision;
        this.byName = byName;
    }

    public static Replica of(PrincipalsSnapshot snapshot) {
        var byName = new HashMap<String, Principal>();
        snapshot.principals().forEach(principal -> byName.put(principal.name(), principal));
        return new Replica(snapshot.tenant(), snapshot.revision(), snapshot.revision(), Map.copyOf(byName));
    }

    public Applied apply(PrincipalChange change) {
        if (change.revision() <= snapshotRevision && revision == snapshotRevision) {
            return new Applied.Known();
        }
        if (change.revision() != revision + 1) {
            return new Applied.Gap();
        }
        var next = new HashMap<>(byName);
        var principal = change.principal();
        if (principal == null) {
            next.remove(change.name());
        } else {
            next.put(change.name(), principal);
        }
        return new Applied.Next(new Replica(tenant, change.revision(), snapshotRevision, Map.copyOf(next)));
    }

    public Optional<Principal> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public long revision() {
        return revision;
    }

    public TenantId tenant() {
        return tenant;
    }

    public int size() {
        return byName.size();
    }
}
