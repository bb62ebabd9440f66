package dev.precinct.tenancy.principal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.precinct.tenancy.TenantId;
import java.util.List;

/**
 * All users of a tenant at one revision; every change after it is in the stream {@link
 * dev.precinct.tenancy.TenantKeys#principalChanges()}. A reader applies changes with a greater revision than its own and reads the
 * snapshot again when it finds a gap.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PrincipalsSnapshot(TenantId tenant, long revision, List<Principal> principals) {
    public PrincipalsSnapshot {
        principals = List.copyOf(principals);
    }
}
