package dev.precinct.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers a session that was found for a second, so that a page with twenty calls costs one look-up. A logout at another gateway is
 * noticed after that second.
 */
public final class RecentSessions implements Sessions {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final Cache<String, Session> recent = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    public RecentSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public SessionToken open(Session session) {
        return sessions.open(session);
    }

    @Override
    public Optional<Session> find(SessionToken token) {
        String hash = token.hash();
        var known = recent.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var found = sessions.find(token);
        found.ifPresent(session -> recent.put(hash, session));
        return found;
    }

    @Override
    public void close(SessionToken token) {
        sessions.close(token);
        recent.invalidate(token.hash());
    }
}
