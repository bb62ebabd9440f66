package dev.precinct.local.cli;

import dev.precinct.local.cli.context.LazyContext;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything; data stays. */
@Command(name = "down", description = "Stop everything; all data stays.")
final class DownCommand implements Callable<Integer> {
    private final LazyContext lazy;
    private final PrintStream out;

    DownCommand(LazyContext lazy, PrintStream out) {
        this.lazy = lazy;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        boolean stopped = new Stop(lazy.open()).run();
        out.println(stopped ? "stopped; all data stays in " + lazy.open().home().folder() : "nothing runs here");
        return 0;
    }
}
