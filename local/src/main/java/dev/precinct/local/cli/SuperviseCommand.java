package dev.precinct.local.cli;

import dev.precinct.local.cli.context.Context;
import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.node.BuiltPrograms;
import dev.precinct.local.node.Programs;
import dev.precinct.local.node.UnpackedPrograms;
import dev.precinct.local.supervisor.KubernetesKind;
import dev.precinct.local.supervisor.Supervisor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The background process that {@code up} starts; not for people. */
@Command(name = "supervise", hidden = true, description = "Run in the background; started by up.")
final class SuperviseCommand implements Callable<Integer> {
    private final LazyContext lazy;
    private final Map<String, String> environment;

    @Option(names = "--kubernetes", required = true)
    private KubernetesKind kubernetes = KubernetesKind.EMBEDDED;

    SuperviseCommand(LazyContext lazy, Map<String, String> environment) {
        this.lazy = lazy;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Context context = lazy.open();
        return new Supervisor(context.home(), context.ports(), kubernetes, programs(context), Clock.systemUTC()).run();
    }

    private Programs programs(Context context) {
        String unpacked = environment.get(UnpackedPrograms.FOLDER);
        return unpacked == null
                ? new BuiltPrograms(context.home().installed())
                : new UnpackedPrograms(Path.of(unpacked));
    }
}
