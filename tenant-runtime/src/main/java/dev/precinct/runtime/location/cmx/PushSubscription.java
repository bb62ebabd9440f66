package dev.precinct.runtime.location.cmx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.location.PushSecret;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.health.Farewell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our one subscription at CMX: there when pushes are enabled, gone when they are not. Others' subscriptions are never touched. */
@ApplicationScoped
public class PushSubscription implements Farewell {
    private static final Logger LOG = LoggerFactory.getLogger(PushSubscription.class);
    private static final String ALL = "/api/config/v1/notifications/";
    private static final String ONE = "/api/config/v1/notification";

    /** Longer than its successor takes to start. A runtime that goes on even then was told in vain, and subscribes again. */
    private static final Duration LEAVING = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CmxAccess cmx;
    private final PushSecret secret;
    private final RuntimeSettings settings;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Instant leftAt = Instant.MIN;

    @Inject
    public PushSubscription(CmxAccess cmx, PushSecret secret, RuntimeSettings settings, Clock clock) {
        this.cmx = cmx;
        this.secret = secret;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes CMX's subscription as it should be; an equal one is left alone.
     *
     * @throws dev.precinct.runtime.cmx.CmxException when CMX does not answer
     */
    public void ensure() {
        turn.lock();
        try {
            if (!clock.instant().isBefore(leftAt.plus(LEAVING))) {
                settle();
            }
        } finally {
            turn.unlock();
        }
    }

    private void settle() {
        var wanted = uri();
        var found = cmx.client().findDocument(ALL + name());
        if (wanted.isEmpty()) {
            if (found.isPresent()) {
                cmx.client().delete(ALL + name());
                LOG.info("pushes are disabled: the subscription is removed");
            }
        } else if (found.isEmpty() || !pushesTo(found.get(), wanted.get())) {
            cmx.client().put(ONE, subscription(wanted.get()));
            LOG.info("subscribed to pushes of CMX");
        }
    }

    /** Takes our subscription off the CMX; one of the same name that pushes elsewhere is another's. */
    @Override
    public Optional<String> leave() {
        var url = settings.cmx().flatMap(RuntimeSettings.Cmx::notifications).map(RuntimeSettings.Notifications::url);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        leftAt = clock.instant();
        if (!myTurn()) {
            return Optional.of("CMX does not answer");
        }
        try {
            var found = cmx.client().findDocument(ALL + name());
            if (found.filter(subscription -> pushesBelow(subscription, url.get()))
                    .isPresent()) {
                cmx.client().delete(ALL + name());
                LOG.info("the runtime ends for good: the subscription is removed");
            }
            return Optional.empty();
        } catch (CmxException e) {
            LOG.warn("the subscription stays: {}", e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        } finally {
            turn.unlock();
        }
    }

    private boolean myTurn() {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean pushesBelow(JsonNode subscription, URI url) {
        return subscription.findValuesAsText("uri").stream().anyMatch(uri -> uri.startsWith(url.toString()));
    }

    private String name() {
        return "precinct-" + settings.tenant().name();
    }

    /** The secret is its last part: never to be logged. */
    private Optional<String> uri() {
        return settings.cmx()
                .flatMap(RuntimeSettings.Cmx::notifications)
                .flatMap(pushes ->
                        secret.current().map(last -> pushes.url().toString().replaceAll("/+$", "") + "/" + last));
    }

    private static boolean pushesTo(JsonNode subscription, String uri) {
        // some releases answer a list of one
        var one = subscription.isArray() ? subscription.path(0) : subscription;
        boolean enabled = one.path("enabled").asBoolean(true);
        return enabled && one.findValuesAsText("uri").contains(uri);
    }

    private ObjectNode subscription(String uri) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("name", name());
        document.putArray("rules")
                .addObject()
                .putArray("conditions")
                .addObject()
                .put("condition", "locationupdate.deviceType == client");
        document.putArray("subscribers")
                .addObject()
                .putArray("receivers")
                .addObject()
                .put("uri", uri)
                .put("messageFormat", "JSON")
                .putNull("headers")
                .put("qos", "AT_MOST_ONCE");
        document.put("enabled", true);
        document.put("internal", false);
        document.put("cloud", false);
        document.put("enableMacScrambling", false);
        document.put("notificationType", "LocationUpdate");
        return document;
    }
}
