package dev.precinct.local.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The file in the sources. Its list of kinds is written by hand, all else is made of it and a server. */
final class CommittedSchemas {
    static final Path FILE = Path.of("src/main/resources/dev/precinct/local/kubernetes/schema/builtin-schemas.json");

    private final JsonNode document;

    CommittedSchemas() throws IOException {
        document = new ObjectMapper().readTree(Files.readString(FILE));
    }

    /** The release that it was cut out of. */
    String kubernetes() {
        return document.path("kubernetes").asText();
    }

    Set<String> kinds() {
        var kinds = new TreeSet<String>();
        document.path("kinds").fieldNames().forEachRemaining(kinds::add);
        return kinds;
    }
}
