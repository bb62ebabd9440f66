package dev.precinct.gateway.session.persistence;

import dev.precinct.gateway.session.Session;
import dev.precinct.gateway.session.SessionToken;
import dev.precinct.gateway.session.Sessions;
import dev.precinct.gateway.session.SessionsUnavailableException;
import dev.precinct.tenancy.principal.PrincipalJson;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** Keys {@code gateway:session:<SHA-256 of the token>}, JSON of {@link Session}, gone by themselves when it expires. */
public final class RedisSessions implements Sessions {
    private static final String PREFIX = "gateway:session:";

    private final UnifiedJedis redis;

    public RedisSessions(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public SessionToken open(Session session) {
        var token = SessionToken.fresh();
        try {
            redis.set(
                    PREFIX + token.hash(),
                    PrincipalJson.write(session),
                    SetParams.setParams().exAt(session.expiresAtEpochSecond()));
        } catch (JedisException e) {
            throw new SessionsUnavailableException(e);
        }
        return token;
    }

    @Override
    public Optional<Session> find(SessionToken token) {
        try {
            return Optional.ofNullable(redis.get(PREFIX + token.hash()))
                    .map(json -> PrincipalJson.read(json, Session.class));
        } catch (JedisException e) {
            throw new SessionsUnavailableException(e);
        }
    }

    @Override
    public void close(SessionToken token) {
        try {
            redis.del(PREFIX + token.hash());
        } catch (JedisException e) {
            throw new SessionsUnavailableException(e);
        }
    }
}
