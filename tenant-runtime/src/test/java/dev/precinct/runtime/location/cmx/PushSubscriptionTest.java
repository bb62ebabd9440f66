package dev.precinct.runtime.location.cmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.location.PushSecret;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.health.Metrics;
import dev.precinct.runtime.testing.Folders;
import dev.precinct.runtime.testing.MutableClock;
import dev.precinct.runtime.testing.TestingCmx;
import dev.precinct.runtime.testing.TestingCmx.Fault;
import dev.precinct.runtime.testing.TestingSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushSubscriptionTest {
    private static final String NAME = "precinct-acme";

    private final TestingCmx cmx = TestingCmx.start();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T10:00:00Z"));

    @AfterEach
    void close() {
        cmx.close();
    }

    @Test
    void thereIsOneWhilePushesAreEnabledAndNoneWhenTheyAreNot() {
        enabled("http://acme.localhost/cmx/notifications/").ensure();
        assertThat(cmx.subscriptions()).containsOnlyKeys(NAME);

        disabled().ensure();
        assertThat(cmx.subscriptions()).isEmpty();
    }

    @Test
    void aRuntimeThatLeavesTakesItsSubscriptionWithItAndDoesNotRenewIt() {
        var subscription = enabled("http://acme.localhost/cmx/notifications/");
        subscription.ensure();

        assertThat(subscription.leave()).isEmpty();
        assertThat(cmx.subscriptions()).isEmpty();
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        subscription.ensure();
        assertThat(cmx.subscriptions()).isEmpty();

        // It still runs: nobody ended it.
        clock.advance(Duration.ofSeconds(1));
        subscription.ensure();
        assertThat(cmx.subscriptions()).containsOnlyKeys(NAME);
    }

    @Test
    void leavingTwiceIsHarmless() {
        var subscription = enabled("http://acme.localhost/cmx/notifications/");
        subscription.ensure();
        subscription.leave();

        assertThat(subscription.leave()).isEmpty();
    }

    @Test
    void whatCmxDoesNotLetGoIsTold() {
        var subscription = enabled("http://acme.localhost/cmx/notifications/");
        subscription.ensure();
        cmx.fault(Fault.ERROR);

        assertThat(subscription.leave()).hasValue("CMX answers with status 500");
    }

    @Test
    void aSubscriptionOfTheSameNameThatPushesElsewhereStays() {
        enabled("http://acme.elsewhere.example/cmx/notifications/").ensure();

        assertThat(enabled("http://acme.localhost/cmx/notifications/").leave()).isEmpty();

        assertThat(cmx.subscriptions()).containsOnlyKeys(NAME);
    }

    @Test
    void whereNothingIsPushedThereIsNothingToLeave() {
        assertThat(disabled().leave()).isEmpty();
        assertThat(cmx.requests()).isZero();
    }

    private PushSubscription enabled(String url) {
        var secret = Folders.of(Map.of("secret", "push-secret")).resolve("secret");
        return subscription(Optional.of(new RuntimeSettings.Notifications(URI.create(url), secret)));
    }

    private PushSubscription disabled() {
        return subscription(Optional.empty());
    }

    private PushSubscription subscription(Optional<RuntimeSettings.Notifications> notifications) {
        var appliance = cmx.settings();
        var settings = TestingSettings.with(new RuntimeSettings.Cmx(
                appliance.url(), appliance.credentials(), appliance.pollingInterval(), notifications));
        return new PushSubscription(new CmxAccess(settings, new Metrics()), new PushSecret(settings), settings, clock);
    }
}
