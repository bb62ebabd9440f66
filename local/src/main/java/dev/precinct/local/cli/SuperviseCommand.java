package dev.precinct.local.cli;

import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.supervisor.KubernetesKind;
import dev.precinct.local.supervisor.Supervisor;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The background process that {@code up} starts; not for people. */
@Command(name = "supervise", hidden = true, description = "Run in the background; started by up.")
final class SuperviseCommand implements Callable<Integer> {
    private final LazyContext lazy;

    @Option(names = "--kubernetes", required = true)
    private KubernetesKind kubernetes = KubernetesKind.EMBEDDED;

    SuperviseCommand(LazyContext lazy) {
        this.lazy = lazy;
    }

    @Override
    public Integer call() {
        var context = lazy.open();
        return new Supervisor(context.home(), context.ports(), kubernetes, Clock.systemUTC()).run();
    }
}
