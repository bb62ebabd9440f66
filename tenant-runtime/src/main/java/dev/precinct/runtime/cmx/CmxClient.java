package dev.precinct.runtime.cmx;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.runtime.cmx.CmxTransport.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the tenant's CMX. Every call answers, or throws a {@link CmxException} that says whose turn it is; an empty list is one that
 * CMX itself gave, never a failure.
 */
public final class CmxClient {
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int MOST_IMAGE_BYTES = 32 * 1024 * 1024;

    private final CmxTransport transport;
    // exact numbers: ids are larger than a double can hold
    private final ObjectMapper json = CmxJson.mapper();

    public CmxClient(CmxTransport transport) {
        this.transport = transport;
    }

    /** Whole document, for example the maps. */
    public JsonNode document(String path) {
        return found(path, transport.get(path, body -> {
            var node = json.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw new CmxException.BadAnswer("CMX answers " + path + " with nothing");
            }
            return node;
        }));
    }

    /**
     * A list, one element at a time, so that ten thousand need no more memory than one.
     *
     * @return how many there were; 204 is none
     */
    public int each(String pathAndQuery, Consumer<JsonNode> element) {
        var answer = transport.get(pathAndQuery, body -> elements(pathAndQuery, body, element));
        return answer.status() == NO_CONTENT ? 0 : found(pathAndQuery, answer);
    }

    /** As {@link #each} for something that CMX may not know: 404 is none. */
    public int eachOfKnown(String pathAndQuery, Consumer<JsonNode> element) {
        return transport
                .get(pathAndQuery, body -> elements(pathAndQuery, body, element))
                .body()
                .orElse(0);
    }

    /** Whole document; empty when CMX does not have it. */
    public Optional<JsonNode> findDocument(String path) {
        return transport.get(path, json::readTree).body();
    }

    /** Bytes with their media type; empty when CMX does not have them. */
    public Optional<Image> image(String path) {
        var answer = transport.get(path, CmxClient::bytes);
        return answer.body().map(bytes -> new Image(answer.mediaType(), bytes));
    }

    /** Sends a document and returns the status of the answer, which is below 400. */
    public int put(String path, JsonNode document) {
        return transport.send("PUT", path, document.toString());
    }

    /** Deletes; true when there was something to delete. */
    public boolean delete(String path) {
        return transport.send("DELETE", path, "") != NOT_FOUND;
    }

    private int elements(String path, InputStream body, Consumer<JsonNode> element) throws IOException {
        int count = 0;
        try (var parser = json.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new CmxException.BadAnswer("CMX answers " + pathOnly(path) + " with no list");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                element.accept(json.<JsonNode>readTree(parser));
                count++;
            }
            requireEnd(path, parser);
        }
        return count;
    }

    private static void requireEnd(String path, JsonParser parser) {
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new CmxException.BadAnswer("CMX answers " + pathOnly(path) + " with a list that is cut");
        }
    }

    private static byte[] bytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_IMAGE_BYTES + 1);
        if (bytes.length > MOST_IMAGE_BYTES) {
            throw new CmxException.BadAnswer("CMX answers with more than 32 MiB for an image");
        }
        return bytes;
    }

    private static <T> T found(String path, Answer<T> answer) {
        return answer.body()
                .orElseThrow(() -> new CmxException.BadAnswer(
                        "CMX answers " + pathOnly(path) + " with status " + answer.status()));
    }

    private static String pathOnly(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        return query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
    }

    /** Bytes of an image. The array is not shared. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Image(String mediaType, byte[] bytes) {}
}
