package dev.precinct.operator.cache.persistence;

import dev.precinct.operator.testing.TestRedis;
import java.io.File;
import redis.embedded.core.ExecutableProvider;

/** The oldest version that the platform takes: the one that the package brings along. */
class Redis62IT extends RedisContract {
    private static final String PROGRAM = unpacked();

    Redis62IT() {
        super(new TestRedis(PROGRAM, false));
    }

    @Override
    TestRedis another() {
        return new TestRedis(PROGRAM, false);
    }

    @Override
    TestRedis anotherWithAclFile() {
        return new TestRedis(PROGRAM, true);
    }

    private static String unpacked() {
        try {
            File program = ExecutableProvider.newJarResourceProvider().get();
            return program.getAbsolutePath();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
