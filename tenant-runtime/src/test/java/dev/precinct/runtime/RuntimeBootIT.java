package dev.precinct.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.runtime.testing.RuntimeProcess;
import dev.precinct.runtime.testing.TestingRedis;
import dev.precinct.runtime.testing.persistence.TestingPostgres;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RuntimeBootIT {
    private static final TenantKeys KEYS = new TenantKeys(new TenantId("0123456789abcdef0123456789abcdef"));
    private static TestingRedis redis;
    private static RuntimeProcess runtime;

    @BeforeAll
    static void start() {
        redis = TestingRedis.start(TestingRedis.Version.SEVEN, KEYS);
        runtime = RuntimeProcess.start(KEYS, TestingPostgres.database(), redis.settings(), Optional.empty());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(runtime.health("/health/ready").status())
                        .as(runtime.log())
                        .isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        runtime.close();
        redis.close();
    }

    @Test
    void aTenantWithoutCmxIsReadyAndReportsNone() {
        assertThat(runtime.health("/health/live").status()).isEqualTo(200);
        assertThat(runtime.health("/report").body()).contains("\"seed\"").doesNotContain("cmx");
        assertThat(runtime.health("/metrics").body()).contains("precinct_runtime_");
    }

    @Test
    void theHealthPortIsNotOnTheOther() {
        assertThat(runtime.get("/report").status()).isNotEqualTo(200);
        assertThat(runtime.get("/metrics").status()).isNotEqualTo(200);
        assertThat(runtime.get("/openapi").status()).isNotEqualTo(200);
    }

    @Test
    void withoutEnabledPushesEverySecretIsWrong() {
        assertThat(runtime.push("guess", "{}").status()).isEqualTo(404);
    }
}
