package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads an object's metadata. */
public final class Metadata {
    private Metadata() {}

    public static String text(JsonNode object, String field) {
        return object.path("metadata").path(field).asText();
    }

    public static boolean isBeingDeleted(JsonNode object) {
        return object.path("metadata").hasNonNull("deletionTimestamp");
    }

    public static List<String> finalizers(JsonNode object) {
        List<String> finalizers = new ArrayList<>();
        object.path("metadata").path("finalizers").forEach(f -> finalizers.add(f.asText()));
        return finalizers;
    }

    /** Whether anything still holds the object: a finalizer of its metadata, or of a namespace's spec. */
    static boolean isHeld(JsonNode object) {
        return !finalizers(object).isEmpty()
                || object.path("kind").asText().equals("Namespace")
                        && !object.path("spec").path("finalizers").isEmpty();
    }

    static ObjectNode of(ObjectNode object) {
        return object.withObjectProperty("metadata");
    }
}
