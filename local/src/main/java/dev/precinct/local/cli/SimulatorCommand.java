package dev.precinct.local.cli;

import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.node.BuiltPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The simulator as a program of its own, in the foreground. */
@Command(name = "simulator", description = "Run the CMX simulator alone; simulator --help has its options.")
final class SimulatorCommand implements Callable<Integer> {
    private final LazyContext lazy;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    SimulatorCommand(LazyContext lazy) {
        this.lazy = lazy;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var command =
                new ArrayList<>(new BuiltPrograms(lazy.open().home().installed()).command("precinct/cmx-simulator"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .directory(Path.of("").toAbsolutePath().toFile())
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }
}
