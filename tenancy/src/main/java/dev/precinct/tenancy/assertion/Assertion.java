package dev.precinct.tenancy.assertion;

import dev.precinct.tenancy.TenantId;
import java.time.Instant;

/**
 * The gateway's word for one request.
 *
 * @param tenant audience: a runtime refuses an assertion for another tenant
 * @param user name of the authenticated user
 * @param revision revision of the principals replica that decided; a runtime that is ahead decides by its own newer state
 * @param expiresAt at most {@link AssertionSigner#LIFETIME} after it was made
 */
public record Assertion(TenantId tenant, String user, long revision, Instant expiresAt) {
    /** Request header that carries the compact JWT from the gateway to a runtime; the gateway drops any that a client sends. */
    public static final String HEADER = "X-Precinct-Assertion";

    static final String ISSUER = "precinct-gateway";
    static final String REVISION_CLAIM = "rev";
}
