package dev.precinct.gateway.authentication;

import dev.precinct.gateway.principals.PrincipalReplicas;
import dev.precinct.gateway.session.Session;
import dev.precinct.gateway.session.SessionToken;
import dev.precinct.gateway.session.Sessions;
import dev.precinct.gateway.session.SessionsUnavailableException;
import dev.precinct.gateway.tenants.TenantSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request, and makes and ends sessions. */
public final class Authenticator {
    public static final Duration SESSION_LIFETIME = Duration.ofHours(12);

    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final PrincipalReplicas replicas;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    /**
     * What a request brings along.
     *
     * @param authorization the header as it came
     * @param session the cookie's value
     * @param address of the client
     */
    public record Evidence(
            @Nullable String authorization, @Nullable String session, String address) {}

    public Authenticator(PrincipalReplicas replicas, Passwords passwords, Sessions sessions, Clock clock) {
        this.replicas = replicas;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Credentials in the header win over a cookie: a program that sends both means the former. */
    public Authentication authenticate(TenantSite tenant, Evidence evidence) {
        String authorization = evidence.authorization();
        if (authorization != null) {
            return BasicCredentials.in(authorization)
                    .map(credentials -> byPassword(tenant, credentials, evidence.address()))
                    .orElseGet(() -> new Authentication.Wrong(""));
        }
        String cookie = evidence.session();
        return cookie == null ? new Authentication.Anonymous() : bySession(tenant, cookie);
    }

    public Authentication byPassword(TenantSite tenant, BasicCredentials credentials, String address) {
        return switch (passwords.check(tenant.id(), credentials, address)) {
            case PasswordOutcome.Right right ->
                new Authentication.Known(new Identity(tenant, right.principal(), right.revision(), null));
            case PasswordOutcome.Wrong wrong -> new Authentication.Wrong(credentials.user());
            case PasswordOutcome.Throttled throttled ->
                new Authentication.Throttled(credentials.user(), throttled.retryAfter());
            case PasswordOutcome.Busy busy -> new Authentication.Throttled(credentials.user(), SHORTLY);
            case PasswordOutcome.UsersUnknown unknown ->
                new Authentication.Undecidable("the users of this tenant are not known yet");
        };
    }

    private Authentication bySession(TenantSite tenant, String cookie) {
        if (!SessionToken.isOne(cookie)) {
            return new Authentication.Anonymous();
        }
        var token = new SessionToken(cookie);
        try {
            return sessions.find(token)
                    .flatMap(session -> identityOf(tenant, token, session))
                    .<Authentication>map(Authentication.Known::new)
                    .orElseGet(Authentication.Anonymous::new);
        } catch (SessionsUnavailableException e) {
            return new Authentication.Undecidable("sessions can't be looked up now");
        }
    }

    private Optional<Identity> identityOf(TenantSite tenant, SessionToken token, Session session) {
        boolean ours = session.tenant().equals(tenant.id());
        boolean running = clock.instant().getEpochSecond() < session.expiresAtEpochSecond();
        if (!ours || !running) {
            return Optional.empty();
        }
        return replicas.find(tenant.id())
                .flatMap(replica -> replica.find(session.user())
                        .filter(principal -> principal.credentialRevision() == session.credentialRevision())
                        .map(principal -> new Identity(
                                tenant, principal, replica.revision(), new Identity.Login(token, session))));
    }

    /** Opens a session for a user who just proved who he is. */
    public Identity.Login open(Identity identity) {
        var session = new Session(
                identity.tenant().id(),
                identity.user(),
                identity.principal().credentialRevision(),
                clock.instant().plus(SESSION_LIFETIME).getEpochSecond());
        return new Identity.Login(sessions.open(session), session);
    }

    /** Ends whatever session the cookie stands for. */
    public void close(String cookie) {
        if (SessionToken.isOne(cookie)) {
            sessions.close(new SessionToken(cookie));
        }
    }

    /**
     * Whether an identity still stands, for answers that last: the user is there with the same credentials and action, and the session
     * was not ended.
     *
     * @param action that the answer needs; null when none
     */
    public boolean stillStands(Identity identity, @Nullable String action) {
        var now = replicas.find(identity.tenant().id()).flatMap(replica -> replica.find(identity.user()));
        boolean stands = now.isPresent()
                && now.get().credentialRevision() == identity.principal().credentialRevision()
                && (action == null || now.get().actions().contains(action));
        var login = identity.login();
        if (!stands || login == null) {
            return stands;
        }
        try {
            return sessions.find(login.token())
                    .flatMap(session -> identityOf(identity.tenant(), login.token(), session))
                    .isPresent();
        } catch (SessionsUnavailableException e) {
            return clock.instant().getEpochSecond() < login.session().expiresAtEpochSecond();
        }
    }
}
