package dev.precinct.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.RuntimeProcess;
import dev.precinct.runtime.testing.TestingCmx;
import dev.precinct.runtime.testing.TestingCmx.Fault;
import dev.precinct.runtime.testing.TestingRedis;
import dev.precinct.runtime.testing.persistence.TestingPostgres;
import dev.precinct.runtime.testing.persistence.TestingSql;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole feed of a runtime as its own process, with real servers and faults. */
class RuntimeFeedIT {
    private static final TenantKeys KEYS = new TenantKeys(new TenantId("0123456789abcdef0123456789abcdef"));

    private final RuntimeSettings.Database database = TestingPostgres.database();
    private final TestingRedis redis = TestingRedis.start(TestingRedis.Version.SEVEN, KEYS);
    private final TestingCmx cmx = TestingCmx.start();
    private RuntimeProcess runtime;

    @BeforeEach
    void start() {
        cmx.devices(devices(Instant.now()));
        cmx.history(List.of(CmxDevice.number(900, Instant.now().minus(Duration.ofHours(3)))));
        runtime = RuntimeProcess.start(KEYS, database, redis.settings(), Optional.of(cmx));
        eventually()
                .untilAsserted(() -> assertThat(runtime.health("/health/ready").status())
                        .as(runtime.log())
                        .isEqualTo(200));
    }

    @AfterEach
    void stop() {
        runtime.close();
        cmx.close();
        redis.close();
    }

    @Test
    void pollsPushesAndThePastAreKeptAndAKillLosesNothingThatWasAcknowledged() {
        eventually().until(() -> positions("true") >= 1_200);
        eventually().until(() -> positions("mac = '" + CmxDevice.mac(900) + "'") == 1);
        eventually().until(() -> cmx.subscriptions().containsKey("precinct-acme"));
        assertThat(String.valueOf(cmx.subscriptions().get("precinct-acme")))
                .contains("http://acme.localhost/cmx/notifications/" + RuntimeProcess.SECRET);

        var pushed = CmxDevice.number(77_777, Instant.now());
        assertThat(runtime.push(RuntimeProcess.SECRET, pushed.toPush()).status())
                .as(runtime.log())
                .isEqualTo(200);
        runtime.kill();

        assertThat(positions("mac = '" + pushed.mac() + "'")).isEqualTo(1);
        assertThat(redis.command("HEXISTS " + KEYS.prefix() + "live:devices:1 " + pushed.mac()))
                .isEqualTo(":1");
        assertThat(runtime.log()).doesNotContain(RuntimeProcess.SECRET).doesNotContain(TestingCmx.PASSWORD);

        runtime.startAgain();
        eventually().until(() -> runtime.health("/health/ready").status() == 200);
        assertThat(runtime.log()).contains("live view: restored");
    }

    @Test
    void aPushThatIsNoneIsRefusedAndAWrongSecretFindsNothing() {
        assertThat(runtime.push("guess", "{\"notifications\":[]}").status()).isEqualTo(404);
        assertThat(runtime.push(RuntimeProcess.SECRET, "{\"notifications\":[]}").status())
                .isEqualTo(200);
        assertThat(runtime.push(RuntimeProcess.SECRET, "no JSON").status()).isEqualTo(400);
        assertThat(runtime.push(RuntimeProcess.SECRET, "{}").status()).isEqualTo(400);
        assertThat(runtime.push(RuntimeProcess.SECRET, "[" + " ".repeat(1_100_000) + "]")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aRuntimeThatIsToldToLeaveTakesItsSubscriptionWithIt() {
        eventually().until(() -> cmx.subscriptions().containsKey("precinct-acme"));

        assertThat(runtime.leave().status()).as(runtime.log()).isEqualTo(200);
        assertThat(cmx.subscriptions()).doesNotContainKey("precinct-acme");

        cmx.fault(Fault.ERROR);
        var stays = runtime.leave();
        assertThat(stays.status()).isEqualTo(502);
        assertThat(stays.body()).contains("CMX answers with status 500").doesNotContain(RuntimeProcess.SECRET);
    }

    @Test
    void cmxAwayIsReportedAndWrittenDownAsAGap() {
        eventually().until(() -> report().contains("REACHABLE"));
        eventually().until(() -> positions("true") >= 1_200);
        cmx.fault(Fault.HTML);
        eventually().until(() -> report().contains("BAD_ANSWER"));
        cmx.fault(Fault.UNAUTHORISED);
        eventually().until(() -> report().contains("CREDENTIALS_REFUSED"));
        eventually().until(() -> gaps("to_at is null") == 1);

        cmx.fault(Fault.NONE);
        eventually().until(() -> report().contains("\"REACHABLE\""));
        eventually().until(() -> gaps("to_at is null") == 0);
    }

    @Test
    void aDatabaseOrRedisThatIsAwayIsNotAcknowledgedAndComesBackByItself() {
        eventually().until(() -> positions("true") >= 1_200);
        TestingPostgres.close(database);
        var duringOutage = CmxDevice.number(88_888, Instant.now());
        assertThat(runtime.push(RuntimeProcess.SECRET, duringOutage.toPush()).status())
                .isEqualTo(503);
        TestingPostgres.open(database);
        // what was shown but could not be kept is kept as soon as it can be
        eventually().until(() -> positions("mac = '" + duringOutage.mac() + "'") == 1);

        redis.kill();
        assertThat(runtime.push(
                                RuntimeProcess.SECRET,
                                CmxDevice.number(88_889, Instant.now()).toPush())
                        .status())
                .isEqualTo(503);
        redis.startAgain();
        eventually()
                .until(() -> runtime.push(
                                        RuntimeProcess.SECRET,
                                        CmxDevice.number(88_890, Instant.now()).toPush())
                                .status()
                        == 200);
    }

    private static List<CmxDevice> devices(Instant seenAt) {
        return IntStream.range(0, 1_200)
                .mapToObj(number -> CmxDevice.number(number, seenAt))
                .toList();
    }

    private String report() {
        return runtime.health("/report").body();
    }

    private long positions(String where) {
        return TestingSql.number(database, "select count(*) from position where " + where);
    }

    private long gaps(String where) {
        return TestingSql.number(database, "select count(*) from feed_gap where " + where);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }
}
