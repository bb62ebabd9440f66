package dev.precinct.local.kubernetes.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** One line of the log: a checksum of eight hexadecimal digits, a space, JSON, a line feed. */
final class LogLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHECKSUM_LENGTH = 9;
    private static final String SNAPSHOT = "SNAPSHOT";

    private LogLine() {}

    static byte[] header(long revision) {
        return line(JSON.createObjectNode().put("format", 1).put("revision", revision));
    }

    static byte[] snapshot(ObjectKey key, ObjectNode object) {
        return line(entry(SNAPSHOT, key, object));
    }

    static byte[] change(Change change) {
        return line(entry(change.type().name(), change.key(), change.object()).put("revision", change.revision()));
    }

    private static ObjectNode entry(String type, ObjectKey key, ObjectNode object) {
        ObjectNode node = JSON.createObjectNode().put("type", type);
        node.putArray("key").add(key.resource()).add(key.namespace()).add(key.name());
        node.set("object", object);
        return node;
    }

    private static byte[] line(ObjectNode node) {
        try {
            byte[] json = JSON.writeValueAsBytes(node);
            byte[] line = new byte[CHECKSUM_LENGTH + json.length + 1];
            byte[] sum = (checksum(json, 0, json.length) + " ").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(sum, 0, line, 0, CHECKSUM_LENGTH);
            System.arraycopy(json, 0, line, CHECKSUM_LENGTH, json.length);
            line[line.length - 1] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new StoreException("an object cannot be written as JSON", e);
        }
    }

    /** The JSON of a line without its line feed, or nothing where the line is not whole. */
    static Optional<JsonNode> parse(byte[] line) {
        if (line.length <= CHECKSUM_LENGTH) {
            return Optional.empty();
        }
        int length = line.length - CHECKSUM_LENGTH;
        String sum = new String(line, 0, CHECKSUM_LENGTH - 1, StandardCharsets.US_ASCII);
        if (!sum.equals(checksum(line, CHECKSUM_LENGTH, length))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(line, CHECKSUM_LENGTH, length));
        } catch (IOException e) {
            throw new StoreException("a line with a right checksum is no JSON", e);
        }
    }

    static boolean isSnapshot(JsonNode entry) {
        return entry.path("type").asText().equals(SNAPSHOT);
    }

    static ObjectKey key(JsonNode entry) {
        JsonNode key = entry.path("key");
        return new ObjectKey(
                key.path(0).asText(), key.path(1).asText(), key.path(2).asText());
    }

    private static String checksum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return String.format("%08x", crc.getValue());
    }
}
