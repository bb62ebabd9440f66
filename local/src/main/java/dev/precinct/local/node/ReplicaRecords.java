package dev.precinct.local.node;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.home.AtomicFile;
import dev.precinct.local.process.ProcessRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs, on disk: a supervisor that was killed leaves it to the next one, and {@code status} reads it. */
public final class ReplicaRecords {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaRecords.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public ReplicaRecords(Path file) {
        this.file = file;
    }

    /**
     * A unit and its process.
     *
     * @param namespace empty, as {@code deployment} is, for a server of the supervisor's own
     * @param state {@code starting}, {@code running} or {@code ended}
     */
    public record Entry(
            String unit, String namespace, String deployment, Process process, String state, int restarts) {}

    /**
     * @param pid 0 when there is none
     * @param template hash of the pod template that it was started from
     * @param ports number of each named port
     */
    public record Process(long pid, long startTicks, String template, Map<String, Integer> ports) {
        public ProcessRef ref() {
            return new ProcessRef(pid, startTicks);
        }
    }

    /** Empty when nothing was recorded; a damaged file counts as nothing, and says so. */
    public List<Entry> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            LOG.warn("{} is damaged: processes of an earlier start are not known", file, e);
            return List.of();
        }
    }

    public void write(List<Entry> entries) throws IOException {
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(entries));
    }

    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
