package dev.precinct.local.kubernetes.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import dev.precinct.local.kubernetes.patch.JsonMergePatch;
import dev.precinct.local.kubernetes.patch.JsonPatch;
import dev.precinct.local.kubernetes.patch.StrategicMerge;

/** Chooses the patch format by the body's type. */
final class Patches {
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String JSON = "application/json-patch+json";
    private static final String APPLY = "application/apply-patch+yaml";

    private Patches() {}

    static boolean isApply(Call call) {
        return call.contentType().equals(APPLY);
    }

    static JsonNode edit(ResourceKind kind, Call call, ObjectNode old, JsonNode patch) {
        if (call.contentType().equals(STRATEGIC) && !kind.traits().custom()) {
            return StrategicMerge.apply(kind.schema(), old, patch);
        }
        return editUntyped(call, old, patch);
    }

    static JsonNode editUntyped(Call call, ObjectNode old, JsonNode patch) {
        return switch (call.contentType()) {
            case MERGE -> JsonMergePatch.apply(old, patch);
            case JSON -> JsonPatch.apply(old, patch);
            default -> throw ApiFailure.unsupportedMediaType(String.join(", ", JSON, MERGE, APPLY));
        };
    }
}
