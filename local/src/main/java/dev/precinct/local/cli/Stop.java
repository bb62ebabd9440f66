package dev.precinct.local.cli;

import dev.precinct.local.cli.context.Context;
import dev.precinct.local.node.ReplicaRecords;
import dev.precinct.local.process.ProcessRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Ends the supervisor and, where it was killed before, what it left. */
final class Stop {
    private static final Duration SUPERVISOR_GRACE = Duration.ofSeconds(100);
    private static final Duration UNIT_GRACE = Duration.ofSeconds(10);
    private static final List<String> LAST = List.of("redis", "postgres");

    private final Context context;

    Stop(Context context) {
        this.context = context;
    }

    /** @return whether anything ran */
    boolean run() throws IOException {
        var files = context.supervisor();
        boolean ran = false;
        var state = files.state();
        if (state.isPresent() && state.get().alive()) {
            new ProcessRef(state.get().pid(), state.get().startTicks()).end(SUPERVISOR_GRACE);
            ran = true;
        }
        ran |= endLeft(files.records().read());
        ran |= endRealKubernetes();
        files.records().forget();
        files.forget();
        return ran;
    }

    private static boolean endLeft(List<ReplicaRecords.Entry> left) {
        var alive = left.stream()
                .filter(entry ->
                        entry.process().pid() != 0 && entry.process().ref().alive())
                .toList();
        alive.stream().filter(entry -> !LAST.contains(entry.unit())).forEach(Stop::end);
        alive.stream().filter(entry -> LAST.contains(entry.unit())).forEach(Stop::end);
        return !alive.isEmpty();
    }

    private static void end(ReplicaRecords.Entry entry) {
        entry.process().ref().end(UNIT_GRACE);
    }

    private boolean endRealKubernetes() throws IOException {
        Path pids = context.home().kubernetes().resolve("state/pid");
        if (!Files.isDirectory(pids)) {
            return false;
        }
        boolean ran = false;
        try (var files = Files.list(pids)) {
            for (Path file : files.toList()) {
                var process =
                        ProcessRef.find(Long.parseLong(Files.readString(file).trim()));
                process.ifPresent(each -> each.end(UNIT_GRACE));
                Files.deleteIfExists(file);
                ran |= process.isPresent();
            }
        }
        return ran;
    }
}
