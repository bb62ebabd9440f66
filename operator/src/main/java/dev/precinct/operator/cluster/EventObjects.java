package dev.precinct.operator.cluster;

import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** News as Kubernetes events. */
final class EventObjects {
    /** Events about cluster-scoped objects live here; the API server wants it so. */
    private static final String NAMESPACE = "default";

    private static final int LONGEST_MESSAGE = 1000;

    private EventObjects() {}

    static Event event(Tenant tenant, OwnerEvent news, Instant now) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        var meta = tenant.getMetadata();
        String tail = news.once()
                ? UUID.nameUUIDFromBytes((meta.getUid() + news.reason() + news.message())
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString()
                : UUID.randomUUID().toString();
        return new EventBuilder()
                .withNewMetadata()
                .withName(meta.getName() + "." + tail)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(tenant.getApiVersion())
                .withKind(tenant.getKind())
                .withName(meta.getName())
                .withUid(meta.getUid())
                .endInvolvedObject()
                .withType(news.bad() ? "Warning" : "Normal")
                .withReason(news.reason().wire())
                .withMessage(shortened(news.message()))
                .withFirstTimestamp(time)
                .withLastTimestamp(time)
                .withCount(1)
                .withNewSource()
                .withComponent(Labels.OPERATOR)
                .endSource()
                .build();
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
