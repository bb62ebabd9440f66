package dev.precinct.local.cli;

import dev.precinct.local.cli.context.Context;
import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.cli.context.UpOptions;
import dev.precinct.local.cli.status.StatusPrinter;
import dev.precinct.local.cli.status.StatusReader;
import dev.precinct.local.home.PortCheck;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.installation.Rhythm;
import dev.precinct.local.supervisor.KubernetesKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, or finds it running, and returns when the demo tenant is ready. */
@Command(name = "up", description = "Start everything on this machine; returns when the demo tenant is ready.")
final class UpCommand implements Callable<Integer> {
    private final LazyContext lazy;
    private final PrintStream out;

    @Option(
            names = "--recorded",
            paramLabel = "FOLDER",
            description = "Serve recorded CMX data in place of the synthetic campus.")
    private @Nullable Path recorded;

    @Option(names = "--synthetic", description = "Go back from recorded data to the synthetic campus.")
    private boolean synthetic;

    @Option(names = "--speed", paramLabel = "N", description = "Let the simulator's time run N times as fast.")
    private @Nullable Double speed;

    @Option(names = "--clients", paramLabel = "N", description = "Number of devices on the synthetic campus.")
    private @Nullable Integer clients;

    @Option(
            names = "--rhythm",
            paramLabel = "campus|steady",
            description = "Day, night and weekend differ on the synthetic campus, or it is always full.")
    private @Nullable Rhythm rhythm;

    @Option(
            names = "--kubernetes",
            paramLabel = "embedded|real",
            description = "Which Kubernetes API; chosen at the first start.")
    private @Nullable KubernetesKind kubernetes;

    UpCommand(LazyContext lazy, PrintStream out) {
        this.lazy = lazy;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        var context = lazy.open();
        var progress = new Progress(out);
        try (var lock = FileChannel.open(
                context.home().run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                progress.say("another ./precinct up is at work here; waiting for it");
                lock.lock();
            }
            UpOptions options = options(context);
            new Start(context, progress).run(options);
        }
        out.println();
        new StatusPrinter(out).printWelcome(new StatusReader(context).read());
        return 0;
    }

    private UpOptions options(Context context) throws IOException {
        UpOptions before = UpOptions.read(context.home());
        boolean first = !Files.exists(context.home().folder().resolve("options.json"));
        if (kubernetes != null && !first && kubernetes != before.kubernetes()) {
            throw new UserMustActException("the objects of " + context.home().folder() + " live in the "
                    + before.kubernetes().wire()
                    + " Kubernetes API: ./precinct reset first, or set PRECINCT_HOME to another folder");
        }
        if (!context.running()) {
            PortCheckUnlessOurs.check(context);
        }
        var options = new UpOptions(
                kubernetes == null ? before.kubernetes() : kubernetes,
                recordedFolder(before),
                speed == null ? before.speed() : speed,
                clients == null ? before.clients() : clients,
                rhythm == null ? before.rhythm() : rhythm,
                before.demoOver());
        options.write(context.home());
        Files.writeString(
                context.home().folder().resolve("port"),
                Integer.toString(context.ports().gateway()));
        return options;
    }

    private @Nullable String recordedFolder(UpOptions before) {
        if (synthetic) {
            return null;
        }
        if (recorded == null) {
            return before.recorded();
        }
        if (!Files.isDirectory(recorded)) {
            throw new UserMustActException("--recorded: no such folder: " + recorded);
        }
        return recorded.toAbsolutePath().normalize().toString();
    }

    /** Ports may be held by units that a killed supervisor left: those are taken over. */
    private static final class PortCheckUnlessOurs {
        static void check(Context context) {
            boolean left = context.supervisor().records().read().stream()
                    .anyMatch(entry ->
                            entry.process().pid() != 0 && entry.process().ref().alive());
            if (!left) {
                PortCheck.requireFree(context.ports());
            }
        }
    }
}
