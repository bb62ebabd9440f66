package dev.precinct.local.kubernetes.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;

/** RFC 6902: a list of operations. */
public final class JsonPatch {
    private JsonPatch() {}

    public static JsonNode apply(JsonNode target, JsonNode operations) {
        if (!operations.isArray()) {
            throw ApiFailure.badRequest("a JSON patch is a list of operations");
        }
        JsonNode document = target.deepCopy();
        for (JsonNode operation : operations) {
            document = step(document, operation);
        }
        return document;
    }

    private static JsonNode step(JsonNode document, JsonNode operation) {
        JsonPointer path = pointer(operation, "path");
        return switch (operation.path("op").asText()) {
            case "add" -> add(document, path, operation.path("value"));
            case "remove" -> remove(document, path);
            case "replace" -> {
                require(document, path);
                yield path.matches() ? operation.path("value") : replace(document, path, operation.path("value"));
            }
            case "copy" ->
                add(
                        document,
                        path,
                        require(document, pointer(operation, "from")).deepCopy());
            case "move" -> {
                JsonPointer from = pointer(operation, "from");
                JsonNode moved = require(document, from);
                yield add(remove(document, from), path, moved);
            }
            case "test" -> {
                if (!document.at(path).equals(operation.path("value"))) {
                    throw refused("testing path " + path + " failed");
                }
                yield document;
            }
            default ->
                throw ApiFailure.badRequest(
                        "unexpected kind of operation: " + operation.path("op").asText());
        };
    }

    private static JsonPointer pointer(JsonNode operation, String field) {
        try {
            return JsonPointer.compile(operation.path(field).asText());
        } catch (IllegalArgumentException e) {
            throw ApiFailure.badRequest(
                    "not a JSON pointer: " + operation.path(field).asText());
        }
    }

    private static JsonNode require(JsonNode document, JsonPointer path) {
        JsonNode value = document.at(path);
        if (value.isMissingNode()) {
            throw refused("nothing at " + path);
        }
        return value;
    }

    private static JsonNode add(JsonNode document, JsonPointer path, JsonNode value) {
        if (path.matches()) {
            return value;
        }
        switch (require(document, path.head())) {
            case ObjectNode object -> object.set(path.last().getMatchingProperty(), value);
            case ArrayNode array -> array.insert(index(path, array), value);
            default -> throw refused("nothing can be added at " + path);
        }
        return document;
    }

    private static int index(JsonPointer path, ArrayNode array) {
        JsonPointer last = path.last();
        if (last.getMatchingProperty().equals("-")) {
            return array.size();
        }
        int index = last.getMatchingIndex();
        if (index < 0 || index > array.size()) {
            throw refused("index out of bounds at " + path);
        }
        return index;
    }

    private static JsonNode replace(JsonNode document, JsonPointer path, JsonNode value) {
        switch (require(document, path.head())) {
            case ObjectNode object -> object.set(path.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(path.last().getMatchingIndex(), value);
            default -> throw refused("nothing can be replaced at " + path);
        }
        return document;
    }

    private static JsonNode remove(JsonNode document, JsonPointer path) {
        require(document, path);
        switch (require(document, path.head())) {
            case ObjectNode object -> object.remove(path.last().getMatchingProperty());
            case ArrayNode array -> array.remove(path.last().getMatchingIndex());
            default -> throw refused("nothing can be removed at " + path);
        }
        return document;
    }

    private static ApiFailure refused(String why) {
        return ApiFailure.unprocessable("the server rejected our request due to an error in our request: " + why);
    }
}
