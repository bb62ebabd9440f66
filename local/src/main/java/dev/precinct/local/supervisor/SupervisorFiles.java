package dev.precinct.local.supervisor;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.home.AtomicFile;
import dev.precinct.local.home.Home;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.node.ReplicaRecords;
import dev.precinct.local.process.ProcessRef;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** What the supervisor and the commands tell each other: small files under {@code run/}. */
public final class SupervisorFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Home home;
    private List<ReplicaRecords.Entry> written = List.of();

    public SupervisorFiles(Home home) {
        this.home = home;
    }

    /** How far a supervisor is. */
    public enum Stage {
        STARTING,
        READY,
        FAILED
    }

    /** @param message what it does, or why it failed */
    public record State(long pid, long startTicks, Stage stage, String message) {
        public boolean alive() {
            return new ProcessRef(pid, startTicks).alive();
        }
    }

    public ReplicaRecords records() {
        return new ReplicaRecords(home.run().resolve("units.json"));
    }

    /** Of the supervisor that ran last; it may be dead. */
    public Optional<State> state() throws IOException {
        Path file = stateFile();
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), State.class)) : Optional.empty();
    }

    public void forget() throws IOException {
        Files.deleteIfExists(stateFile());
    }

    /** Makes this process the supervisor of the home until closed; a second one is refused. */
    Closeable claim() throws IOException {
        var channel = FileChannel.open(
                home.run().resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new UserMustActException("another supervisor has " + home.folder());
        }
        return channel;
    }

    void progress(String message) throws IOException {
        write(Stage.STARTING, message);
    }

    void ready() throws IOException {
        write(Stage.READY, "");
    }

    void failed(String message) throws IOException {
        write(Stage.FAILED, message);
    }

    /** Writes only what changed. */
    void record(List<ReplicaRecords.Entry> running) throws IOException {
        if (!running.equals(written)) {
            records().write(running);
            written = List.copyOf(running);
        }
    }

    private void write(Stage stage, String message) throws IOException {
        long pid = ProcessHandle.current().pid();
        long ticks = ProcessRef.find(pid).orElseThrow().startTicks();
        AtomicFile.write(stateFile(), JSON.writeValueAsBytes(new State(pid, ticks, stage, message)));
    }

    private Path stateFile() {
        return home.run().resolve("supervisor.json");
    }
}
