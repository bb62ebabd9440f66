package dev.precinct.runtime.access.publication;

import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.util.List;
import java.util.OptionalLong;

/** Where gateways read principals: the tenant's Redis. Adapter: {@code persistence}. */
public interface PrincipalChannel {
    /** Revision of the snapshot that is there; empty when there is none, or no stream of changes. */
    OptionalLong publishedRevision();

    /** Puts the snapshot and appends the changes as one: readers see both or neither. */
    void publish(PrincipalsSnapshot snapshot, List<PrincipalChange> changes);
}
