package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What a server makes of some kinds beside defaults: data for stringData, an address for a Service, an established definition. */
final class Normalization {
    /** Holds a definition until its objects are gone. */
    static final String DEFINITION_FINALIZER = "customresourcecleanup.apiextensions.k8s.io";

    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    private static final int OCTET = 256;
    private final Clock clock;

    Normalization(Clock clock) {
        this.clock = clock;
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Brings a body into the one form that is stored. */
    void decode(ResourceKind kind, ObjectNode body) {
        if (kind.is("", "Secret")) {
            decodeSecret(body);
        }
    }

    private static void decodeSecret(ObjectNode body) {
        JsonNode text = body.remove("stringData");
        if (text instanceof ObjectNode strings && !strings.isEmpty()) {
            ObjectNode data = body.withObjectProperty("data");
            strings.properties()
                    .forEach(e -> data.put(
                            e.getKey(),
                            Base64.getEncoder()
                                    .encodeToString(e.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        }
        for (JsonNode value : body.path("data")) {
            if (!BASE64.matcher(value.asText()).matches()) {
                throw ApiFailure.badRequest(
                        "Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data");
            }
        }
    }

    /** Completes a new object. */
    void born(ResourceKind kind, ObjectNode object) {
        if (kind.is("", "Namespace")) {
            Metadata.of(object)
                    .withObjectProperty("labels")
                    .put("kubernetes.io/metadata.name", Metadata.text(object, "name"));
        } else if (kind.is("", "Service")) {
            giveAddress(object.withObjectProperty("spec"));
        }
    }

    private static void giveAddress(ObjectNode spec) {
        if (spec.path("type").asText().equals("ExternalName")) {
            return;
        }
        if (spec.path("clusterIP").asText().isEmpty()) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            spec.put("clusterIP", "10.96." + random.nextInt(OCTET) + "." + random.nextInt(1, OCTET - 1));
        }
        if (spec.path("clusterIPs").isEmpty()) {
            spec.putArray("clusterIPs").add(spec.path("clusterIP").asText());
        }
    }

    /** Says of a definition that its names are taken and its kinds are served: both are true as soon as it is stored. */
    void establish(ObjectNode definition) {
        ObjectNode status = definition.withObjectProperty("status");
        if (status.path("conditions").isEmpty()) {
            ArrayNode conditions = status.putArray("conditions");
            condition(conditions, "NamesAccepted", "NoConflicts", "no conflicts found");
            condition(conditions, "Established", "InitialNamesAccepted", "the initial names have been accepted");
        }
        status.set("acceptedNames", definition.path("spec").path("names").deepCopy());
        ArrayNode stored = status.putArray("storedVersions");
        definition.path("spec").path("versions").forEach(v -> {
            if (v.path("storage").booleanValue()) {
                stored.add(v.path("name").asText());
            }
        });
        ObjectNode metadata = Metadata.of(definition);
        if (!Metadata.finalizers(definition).contains(DEFINITION_FINALIZER) && !Metadata.isBeingDeleted(definition)) {
            metadata.withArrayProperty("finalizers").add(DEFINITION_FINALIZER);
        }
    }

    private void condition(ArrayNode conditions, String type, String reason, String message) {
        conditions
                .addObject()
                .put("type", type)
                .put("status", "True")
                .put("lastTransitionTime", now())
                .put("reason", reason)
                .put("message", message);
    }

    /** Fields that stay as the server set them when an update leaves them out. */
    static void keepAssigned(ResourceKind kind, ObjectNode old, ObjectNode next) {
        if (kind.is("", "Service")) {
            ObjectNode spec = next.withObjectProperty("spec");
            for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
                JsonNode assigned = old.path("spec").path(field);
                if (!spec.hasNonNull(field) && !assigned.isMissingNode()) {
                    spec.set(field, assigned);
                }
            }
        } else if (kind.is("", "Namespace")) {
            next.set("spec", old.path("spec").deepCopy());
            Metadata.of(next)
                    .withObjectProperty("labels")
                    .put("kubernetes.io/metadata.name", Metadata.text(old, "name"));
        }
    }
}
