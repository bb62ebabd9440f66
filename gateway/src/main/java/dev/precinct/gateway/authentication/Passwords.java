package dev.precinct.gateway.authentication;

import dev.precinct.gateway.principals.PrincipalReplicas;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.principal.PasswordVerifier;
import dev.precinct.tenancy.principal.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks user and password against the replica. An unknown user costs the same hash as a known one. Argon2id runs at most two at a time
 * for a tenant; {@link #WAITING} may wait for it, more are turned away, so a storm on one tenant never holds threads or memory of others.
 */
public final class Passwords {
    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
    private static final int WAITING = 32;

    private final PrincipalReplicas replicas;
    private final VerifiedPasswords verified;
    private final FailedLogins failedLogins;
    private final Map<TenantId, Checks> checks = new ConcurrentHashMap<>();
    private final String dummyVerifier =
            new PasswordVerifier().hash(UUID.randomUUID().toString());

    private record Checks(PasswordVerifier verifier, Semaphore places) {}

    public Passwords(PrincipalReplicas replicas, VerifiedPasswords verified, FailedLogins failedLogins) {
        this.replicas = replicas;
        this.verified = verified;
        this.failedLogins = failedLogins;
    }

    /** @param address of the client, without port */
    public PasswordOutcome check(TenantId tenant, BasicCredentials credentials, String address) {
        var replica = replicas.find(tenant);
        if (replica.isEmpty()) {
            return new PasswordOutcome.UsersUnknown();
        }
        var principal = replica.get().find(credentials.user());
        if (principal.isPresent() && verified.contains(tenant, principal.get(), credentials.password())) {
            return new PasswordOutcome.Right(principal.get(), replica.get().revision());
        }
        var source = new FailedLogins.Source(tenant, credentials.user(), address);
        var pause = failedLogins.pauseOf(source);
        if (pause.isPresent()) {
            return new PasswordOutcome.Throttled(pause.get());
        }
        var places = checksOf(tenant).places;
        if (!places.tryAcquire()) {
            return new PasswordOutcome.Busy();
        }
        try {
            boolean right = matches(tenant, principal, credentials.password());
            if (!right || principal.isEmpty()) {
                failedLogins.failed(source);
                return new PasswordOutcome.Wrong();
            }
            failedLogins.succeeded(source);
            verified.add(tenant, principal.get(), credentials.password());
            return new PasswordOutcome.Right(principal.get(), replica.get().revision());
        } finally {
            places.release();
        }
    }

    private boolean matches(TenantId tenant, Optional<Principal> principal, String password) {
        String verifier = principal.map(Principal::verifier).orElse(dummyVerifier);
        try {
            return checksOf(tenant).verifier.matches(password, verifier) && principal.isPresent();
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "the verifier of a user of tenant {} can't be read: nobody can log in with it: {}",
                    tenant,
                    e.getMessage());
            return false;
        }
    }

    private Checks checksOf(TenantId tenant) {
        return checks.computeIfAbsent(tenant, id -> new Checks(new PasswordVerifier(), new Semaphore(WAITING)));
    }
}
