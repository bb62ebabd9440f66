package dev.precinct.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.cli.status.StatusPrinter;
import dev.precinct.local.cli.status.StatusReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What runs. */
@Command(name = "status", description = "Show what runs: units, tenants, demo users.")
final class StatusCommand implements Callable<Integer> {
    private final LazyContext lazy;
    private final PrintStream out;

    @Option(names = "--json", description = "As JSON, for scripts.")
    private boolean json;

    StatusCommand(LazyContext lazy, PrintStream out) {
        this.lazy = lazy;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        var report = new StatusReader(lazy.open()).read();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            new StatusPrinter(out).print(report);
        }
        return 0;
    }
}
