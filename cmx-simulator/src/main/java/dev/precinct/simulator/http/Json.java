package dev.precinct.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Small bodies. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** How the API server refuses a query. */
    static ObjectNode refusal(@Nullable String message) {
        var body = object().put("success", false);
        body.putObject("error").put("message", message);
        return body;
    }
}
