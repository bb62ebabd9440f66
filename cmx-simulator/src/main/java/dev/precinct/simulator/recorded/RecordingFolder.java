package dev.precinct.simulator.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of one folder: {@code maps*.json} as config/v1/maps answered it, {@code allClients.json} as
 * location/v1/clients did, {@code history_*.json} as its history did. Each may be missing, not all of them.
 */
public record RecordingFolder(Path path, @Nullable ObjectNode maps, List<JsonNode> clients, List<JsonNode> histories) {

    /** True where there are devices to replay. */
    public boolean hasDevices() {
        return !clients.isEmpty() || !histories.isEmpty();
    }

    public static RecordingFolder read(Path path) {
        if (!Files.isDirectory(path)) {
            throw new RecordingException(path + " is no folder");
        }
        var maps = files(path, "maps*.json").stream()
                .findFirst()
                .map(RecordingFolder::mapsIn)
                .orElse(null);
        var clients = files(path, "allClients.json").stream()
                .flatMap(file -> records(file).stream())
                .toList();
        var histories = files(path, "history_*.json").stream()
                .flatMap(file -> records(file).stream())
                .toList();
        if (maps == null && clients.isEmpty() && histories.isEmpty()) {
            throw new RecordingException(path + " holds none of maps*.json, allClients.json, history_*.json");
        }
        return new RecordingFolder(path, maps, clients, histories);
    }

    private static List<Path> files(Path folder, String pattern) {
        var files = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(files::add);
        } catch (IOException e) {
            throw new RecordingException(folder + " cannot be read", e);
        }
        files.sort(null);
        return files;
    }

    private static ObjectNode mapsIn(Path file) {
        if (json(file) instanceof ObjectNode tree && tree.path("campuses").isArray()) {
            return tree;
        }
        throw new RecordingException(file + " is no answer of config/v1/maps: it has no list of campuses");
    }

    private static List<JsonNode> records(Path file) {
        var records = new ArrayList<JsonNode>();
        var content = json(file);
        if (!content.isArray()) {
            throw new RecordingException(file + " is no list of clients");
        }
        for (var record : content) {
            if (!record.path("macAddress").isTextual()
                    || !record.path("mapCoordinate").path("x").isNumber()) {
                throw new RecordingException(file + ": record " + (records.size() + 1) + " has no address or no place");
            }
            records.add(record);
        }
        return records;
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new RecordingException(file + " is no JSON: " + e.getMessage(), e);
        }
    }
}
