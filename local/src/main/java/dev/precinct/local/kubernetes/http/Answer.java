package dev.precinct.local.kubernetes.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a request gets: a code, a body and warnings. */
record Answer(int code, JsonNode body, List<String> warnings) {
    private static final int OK = 200;
    private static final int CREATED = 201;

    static Answer ok(JsonNode body) {
        return new Answer(OK, body, List.of());
    }

    static Answer created(JsonNode body) {
        return new Answer(CREATED, body, List.of());
    }
}
