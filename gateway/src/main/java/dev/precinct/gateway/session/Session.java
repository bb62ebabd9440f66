package dev.precinct.gateway.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.precinct.tenancy.TenantId;

/**
 * A login that lasts.
 *
 * @param credentialRevision of the user when he logged in: a new password ends the session
 * @param expiresAtEpochSecond when it ends at the latest
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Session(TenantId tenant, String user, long credentialRevision, long expiresAtEpochSecond) {}
