package dev.precinct.local.cli;

import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The log of a unit. */
@Command(name = "logs", description = "Print the log of a unit, for example gateway or acme/runtime.")
final class LogsCommand implements Callable<Integer> {
    private final LazyContext lazy;
    private final PrintStream out;

    @Parameters(paramLabel = "UNIT")
    private String unit = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as it grows.")
    private boolean follow;

    LogsCommand(LazyContext lazy, PrintStream out) {
        this.lazy = lazy;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Path log = lazy.open().home().logOf(unit);
        if (!log.normalize().startsWith(lazy.open().home().log()) || !Files.exists(log)) {
            throw new UserMustActException("no unit " + unit + "; there are: " + units());
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] chunk = new byte[64 << 10];
            while (true) {
                int read = file.read(chunk);
                if (read > 0) {
                    out.write(chunk, 0, read);
                } else if (follow) {
                    out.flush();
                    startAgainIfTurnedOver(file, log);
                    Pause.shortly();
                } else {
                    out.flush();
                    return 0;
                }
            }
        }
    }

    private static void startAgainIfTurnedOver(RandomAccessFile file, Path log) throws IOException {
        if (Files.size(log) < file.getFilePointer()) {
            file.seek(0);
        }
    }

    private String units() throws IOException {
        try (Stream<Path> files = Files.list(lazy.open().home().log())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - 4).replace('_', '/'))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
