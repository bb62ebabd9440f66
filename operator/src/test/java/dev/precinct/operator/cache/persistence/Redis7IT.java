package dev.precinct.operator.cache.persistence;

import dev.precinct.operator.testing.TestRedis;

class Redis7IT extends RedisContract {
    private static final String PROGRAM = "redis-server";

    Redis7IT() {
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
}
