package dev.precinct.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * What to start: a process gets this environment and nothing of ours but the path, the home and the locale.
 *
 * @param log its output is appended here
 */
public record Launch(List<String> command, Map<String, String> environment, Path folder, Path log) {
    private static final long KEPT_LOG_BYTES = 10L << 20;
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Starts it in a session of its own, so that a signal to the terminal does not reach it.
     *
     * @throws UncheckedIOException when the program is not there
     */
    public ProcessRef start() {
        try {
            turnOver(log);
            var line = new java.util.ArrayList<String>(List.of("setsid"));
            line.addAll(command);
            var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment);
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            long pid = builder.start().pid();
            return ProcessRef.find(pid).orElse(new ProcessRef(pid, -1));
        } catch (IOException e) {
            throw new UncheckedIOException("can't start " + command.getFirst(), e);
        }
    }

    private static void turnOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > KEPT_LOG_BYTES) {
            Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves the environment out: it may name secrets. */
    @Override
    public String toString() {
        return "Launch" + command;
    }
}
