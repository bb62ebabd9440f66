package dev.precinct.simulator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.simulator.rawhttp.RawQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer, in the words of this program. */
final class Exchange {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String JSON_TYPE = "application/json;charset=UTF-8";

    private final ServerRequest request;
    private final ServerResponse response;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final boolean cut;

    Exchange(ServerRequest request, ServerResponse response, Map<String, String> path, boolean cut) {
        this.request = request;
        this.response = response;
        this.path = path;
        this.query = RawQuery.parameters(request.prologue().query().rawValue());
        this.cut = cut;
    }

    /** Writes a JSON body bit by bit. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    String path(String name) {
        return path.getOrDefault(name, "");
    }

    Map<String, String> query() {
        return query;
    }

    @Nullable
    String query(String name) {
        return query.get(name);
    }

    /** The body as JSON, or null when it is none. */
    @Nullable
    JsonNode body() {
        try {
            var bytes = request.content().as(byte[].class);
            var node = MAPPER.readTree(bytes);
            return node == null || node.isMissingNode() ? null : node;
        } catch (IOException e) {
            return null;
        }
    }

    void empty(int status) {
        response.status(Status.create(status)).send();
    }

    void redirect(String location) {
        response.status(Status.FOUND_302).header(HeaderNames.LOCATION, location).send();
    }

    void error(int status, String message) throws IOException {
        json(status, MAPPER.createObjectNode().put("error", message));
    }

    void json(int status, JsonNode node) throws IOException {
        bytes(status, JSON_TYPE, MAPPER.writeValueAsBytes(node));
    }

    void bytes(int status, String type, byte[] bytes) throws IOException {
        response.status(Status.create(status)).header(HeaderNames.CONTENT_TYPE, type);
        if (cut) {
            cutInTheMiddle(bytes);
        }
        response.send(bytes);
    }

    /** Long answers leave as they are written. */
    void stream(Body body) throws IOException {
        if (cut) {
            var whole = new ByteArrayOutputStream();
            try (var json = JSON.createGenerator(whole)) {
                body.write(json);
            }
            bytes(200, JSON_TYPE, whole.toByteArray());
            return;
        }
        response.status(Status.OK_200).header(HeaderNames.CONTENT_TYPE, JSON_TYPE);
        try (var json = JSON.createGenerator(new BufferedOutputStream(response.outputStream(), BUFFER_BYTES))) {
            body.write(json);
        }
    }

    private void cutInTheMiddle(byte[] bytes) throws IOException {
        var out = response.outputStream();
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
        throw new CloseConnectionException("cut on demand");
    }
}
