package dev.precinct.gateway.authentication;

import dev.precinct.gateway.session.Session;
import dev.precinct.gateway.session.SessionToken;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.tenancy.principal.Principal;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated user.
 *
 * @param revision of the replica that decided
 * @param login the session; null when the request carried a password
 */
public record Identity(
        TenantSite tenant,
        Principal principal,
        long revision,
        @Nullable Login login) {

    /** A session and the token that stands for it. */
    public record Login(SessionToken token, Session session) {}

    public String user() {
        return principal.name();
    }

    public boolean mayDo(String action) {
        return principal.actions().contains(action);
    }
}
