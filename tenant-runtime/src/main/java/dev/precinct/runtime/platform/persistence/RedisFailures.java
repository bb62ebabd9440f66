package dev.precinct.runtime.platform.persistence;

import dev.precinct.runtime.platform.storage.StorageException;
import java.util.List;
import java.util.function.Supplier;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisException;

/** Tells a Redis that is away from a command that it refuses. */
public final class RedisFailures {
    private static final List<String> REFUSALS =
            List.of("NOPERM", "WRONGTYPE", "ERR ", "NOAUTH", "WRONGPASS", "EXECABORT");

    private RedisFailures() {}

    /** Does the work; what goes wrong comes as a {@link StorageException}. */
    public static <T> T sorted(Supplier<T> work) {
        try {
            return work.get();
        } catch (RedissonShutdownException e) {
            throw new StorageException.Unavailable("Redis does not answer", e);
        } catch (RedisException e) {
            if (isRefusal(String.valueOf(e.getMessage()))) {
                throw new StorageException.Refused("Redis refuses a command", e);
            }
            throw new StorageException.Unavailable("Redis does not answer", e);
        }
    }

    /** What the server itself says begins with a word of its own; a lost connection has many names in Redisson. */
    private static boolean isRefusal(String message) {
        return REFUSALS.stream().anyMatch(message::startsWith);
    }
}
