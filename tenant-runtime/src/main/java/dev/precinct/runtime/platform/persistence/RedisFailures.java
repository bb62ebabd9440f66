package dev.precinct.runtime.platform.persistence;

import dev.precinct.runtime.platform.storage.StorageException;
import java.util.function.Supplier;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisLoadingException;
import org.redisson.client.RedisTimeoutException;

/** Tells a Redis that is away from a command that it refuses. */
public final class RedisFailures {
    private RedisFailures() {}

    /** Does the work; what goes wrong comes as a {@link StorageException}. */
    public static <T> T sorted(Supplier<T> work) {
        try {
            return work.get();
        } catch (RedisConnectionException
                | RedisTimeoutException
                | RedisLoadingException
                | RedissonShutdownException e) {
            throw new StorageException.Unavailable("Redis does not answer", e);
        } catch (RedisException e) {
            throw new StorageException.Refused("Redis refuses a command", e);
        }
    }
}
