package dev.precinct.local.cli;

import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.servers.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything and forgets all of it. */
@Command(name = "reset", description = "Stop everything and delete all data of this home.")
final class ResetCommand implements Callable<Integer> {
    private final LazyContext lazy;
    private final PrintStream out;

    ResetCommand(LazyContext lazy, PrintStream out) {
        this.lazy = lazy;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        new Stop(lazy.open()).run();
        Path folder = lazy.open().home().folder();
        Folders.delete(folder);
        out.println("stopped, and everything in " + folder + " is deleted");
        return 0;
    }
}
