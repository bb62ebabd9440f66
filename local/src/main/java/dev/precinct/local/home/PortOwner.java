package dev.precinct.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as this user may see: for the message of a port in use. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** For example {@code nginx (pid 4711)}. */
    static Optional<String> find(int port) {
        return inode(port).flatMap(PortOwner::processWith);
    }

    private static Optional<String> inode(int port) {
        String wanted = String.format(Locale.ROOT, ":%04X", port);
        for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                var found = lines.map(line -> line.trim().split("\\s+"))
                        .filter(field -> field.length > 9 && field[1].endsWith(wanted) && field[3].equals(LISTENING))
                        .map(field -> field[9])
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> processWith(String inode) {
        String link = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> hasOpen(process.pid(), link))
                .findFirst()
                .map(process ->
                        process.info()
                                        .command()
                                        .map(c -> Path.of(c).getFileName().toString())
                                        .orElse("a process") + " (pid " + process.pid() + ")");
    }

    private static boolean hasOpen(long pid, String link) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.anyMatch(file -> pointsTo(file, link));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path file, String link) {
        try {
            return Files.readSymbolicLink(file).toString().equals(link);
        } catch (IOException e) {
            return false;
        }
    }
}
