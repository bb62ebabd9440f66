package dev.precinct.runtime.location.cmx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.location.PushSecret;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our one subscription at CMX: there when pushes are enabled, gone when they are not. Others' subscriptions are never touched. */
@ApplicationScoped
public class PushSubscription {
    private static final Logger LOG = LoggerFactory.getLogger(PushSubscription.class);
    private static final String ALL = "/api/config/v1/notifications/";
    private static final String ONE = "/api/config/v1/notification";

    private final CmxAccess cmx;
    private final PushSecret secret;
    private final RuntimeSettings settings;

    @Inject
    public PushSubscription(CmxAccess cmx, PushSecret secret, RuntimeSettings settings) {
        this.cmx = cmx;
        this.secret = secret;
        this.settings = settings;
    }

    /**
     * Makes CMX's subscription as it should be; an equal one is left alone.
     *
     * @throws dev.precinct.runtime.cmx.CmxException when CMX does not answer
     */
    public void ensure() {
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
