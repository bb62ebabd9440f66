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
    private static final int WAITING = 256;
    private static final int AT_ONCE = 2;

    private final PrincipalReplicas replicas;
    private final VerifiedPasswords verified;
    private final FailedLogins failedLogins;
    private final Map<TenantId, Checks> checks = new ConcurrentHashMap<>();
    private final String dummyVerifier =
            new PasswordVerifier().hash(UUID.randomUUID().toString());

    /**
     * @param places for all that wait or run
     * @param slots for those that run
     */
    private record Checks(PasswordVerifier verifier, Semaphore places, Semaphore slots) {}

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
        var source = new FailedLogins.Source(tenant, credentials.user(), address);
        long revision = replica.get().revision();
        return cheaply(source, principal, credentials.password(), revision)
                .orElseGet(() -> inTurn(source, principal, credentials.password(), revision));
    }

    /** What can be said without a hash. */
    private Optional<PasswordOutcome> cheaply(
            FailedLogins.Source source, Optional<Principal> principal, String password, long revision) {
        if (principal.isPresent() && verified.contains(source.tenant(), principal.get(), password)) {
            return Optional.of(new PasswordOutcome.Right(principal.get(), revision));
        }
        return failedLogins.pauseOf(source).map(PasswordOutcome.Throttled::new);
    }

    private PasswordOutcome inTurn(
            FailedLogins.Source source, Optional<Principal> principal, String password, long revision) {
        var turns = checksOf(source.tenant());
        if (!turns.places.tryAcquire()) {
            return new PasswordOutcome.Busy();
        }
        try {
            turns.slots.acquireUninterruptibly();
            try {
                // Asked again: a program that opens many connections at once waited here for its own first check, and
                // one that
                // guesses many passwords at once has failed often enough meanwhile.
                return cheaply(source, principal, password, revision)
                        .orElseGet(() -> hashed(source, principal, password, revision));
            } finally {
                turns.slots.release();
            }
        } finally {
            turns.places.release();
        }
    }

    private PasswordOutcome hashed(
            FailedLogins.Source source, Optional<Principal> principal, String password, long revision) {
        if (isRight(source.tenant(), principal, password) && principal.isPresent()) {
            failedLogins.succeeded(source);
            verified.add(source.tenant(), principal.get(), password);
            return new PasswordOutcome.Right(principal.get(), revision);
        }
        failedLogins.failed(source);
        return new PasswordOutcome.Wrong();
    }

    private boolean isRight(TenantId tenant, Optional<Principal> principal, String password) {
        String verifier = principal.map(Principal::verifier).orElse(dummyVerifier);
        try {
            return checksOf(tenant).verifier.matches(password, verifier);
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "the verifier of a user of tenant {} can't be read, nobody can log in with it: {}",
                    tenant,
                    e.getMessage());
            return false;
        }
    }

    private Checks checksOf(TenantId tenant) {
        return checks.computeIfAbsent(
                tenant, id -> new Checks(new PasswordVerifier(), new Semaphore(WAITING), new Semaphore(AT_ONCE, true)));
    }
}
