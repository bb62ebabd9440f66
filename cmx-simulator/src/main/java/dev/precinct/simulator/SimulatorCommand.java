package dev.precinct.simulator;

import dev.precinct.simulator.fault.Fault;
import dev.precinct.simulator.fault.FaultKind;
import dev.precinct.simulator.fault.Faults;
import dev.precinct.simulator.http.Accounts;
import dev.precinct.simulator.http.SimulatorServer;
import dev.precinct.simulator.recorded.RecordingException;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import dev.precinct.simulator.settings.Release;
import dev.precinct.simulator.synthetic.Rhythm;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line; every option has an environment variable of the same meaning. */
@Command(
        name = "cmx-simulator",
        mixinStandardHelpOptions = true,
        version = "cmx-simulator 0.1.0",
        sortOptions = false,
        description = "Behaves like a Cisco CMX appliance: maps, clients, history, images, notifications.",
        footer = {
            "",
            "Every option can be given as an environment variable, too: SIMULATOR_ and its name in capitals with",
            "underscores (SIMULATOR_CLIENTS=50); the port as PRECINCT_HTTP_PORT. What is served: GET /openapi.json"
        })
final class SimulatorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:PRECINCT_HTTP_PORT:-8083}",
            description = "Port to listen on, 0 for a free one. Default: 8083")
    private int port;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "${env:SIMULATOR_CLIENTS:-400}",
            description = "Devices on the campus at the peak of a weekday. Default: 400")
    private int clients;

    @Option(
            names = "--rhythm",
            paramLabel = "NAME",
            defaultValue = "${env:SIMULATOR_RHYTHM:-campus}",
            description = "campus (day, night and weekend differ) or steady (always full). Default: campus")
    private String rhythm = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "${env:SIMULATOR_SEED:-1}",
            description = "The same seed gives the same devices, walks and history. Default: 1")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            defaultValue = "${env:SIMULATOR_START:-}",
            description = "Where the appliance's clock begins, such as 2026-11-18T11:00:00Z. Default: now")
    private String start = "";

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "${env:SIMULATOR_SPEED:-1}",
            description = "How many times faster than real time the appliance's clock runs. Default: 1")
    private double speed;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "${env:SIMULATOR_ZONE:-}",
            description = "The appliance's time zone, such as Europe/Berlin. Default: this machine's")
    private String zone = "";

    @Option(
            names = "--recorded",
            paramLabel = "FOLDER",
            defaultValue = "${env:SIMULATOR_RECORDED:-}",
            description = "Replay maps*.json, allClients.json, history_*.json and images of this folder in a loop.")
    private String recorded = "";

    @Option(
            names = "--username",
            paramLabel = "NAME",
            defaultValue = "${env:SIMULATOR_USERNAME:-learning}",
            description = "User of the appliance (config, location v1 and v2). Default: learning")
    private String username = "";

    @Option(
            names = "--password",
            paramLabel = "WORD",
            defaultValue = "${env:SIMULATOR_PASSWORD:-learning}",
            description = "Its password. Default: learning")
    private String password = "";

    @Option(
            names = "--api-username",
            paramLabel = "NAME",
            defaultValue = "${env:SIMULATOR_API_USERNAME:-apiuser}",
            description = "User of the API server (location v3): another store of users. Default: apiuser")
    private String apiUsername = "";

    @Option(
            names = "--api-password",
            paramLabel = "WORD",
            defaultValue = "${env:SIMULATOR_API_PASSWORD:-apiuser}",
            description = "Its password. Default: apiuser")
    private String apiPassword = "";

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            defaultValue = "${env:SIMULATOR_RELEASE:-10.6}",
            description = "Behave like 10.2, 10.3, 10.4, 10.6 or 11. Default: 10.6")
    private String release = "";

    @Option(
            names = "--quirk",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "${env:SIMULATOR_QUIRK:-}",
            description = {
                "Switch on behaviour that not every appliance shows; several with commas:",
                "v3-slow-close, v3-regex, floor-id-rounded, v2-empty-list, login-redirect,",
                "history-without-hierarchy, image-size-zero."
            })
    private List<String> quirks = List.of();

    @Option(
            names = "--history-limit",
            paramLabel = "N",
            defaultValue = "${env:SIMULATOR_HISTORY_LIMIT:-1000}",
            description = "Records in one answer of the history. Default: 1000")
    private int historyLimit;

    @Option(
            names = "--fault",
            paramLabel = "KIND[:PATH]",
            split = ",",
            defaultValue = "${env:SIMULATOR_FAULT:-}",
            description = {
                "Begin with a fault: slow, cut, unauthorized, redirect, system-error, unavailable or empty, for all",
                "of /api or for paths that begin with PATH. Changed while running by PUT /simulator/faults."
            })
    private List<String> faults = List.of();

    @Override
    public Integer call() throws InterruptedException {
        var begin = System.nanoTime();
        var behaviour = new Behaviour(release(), quirks(), zoneId(), positive(historyLimit, "--history-limit"));
        var accounts =
                new Accounts(new Accounts.Account(username, password), new Accounts.Account(apiUsername, apiPassword));
        var population = new Simulations.Population(positive(clients, "--clients"), rhythm(), seed);
        var pace = new Simulations.Pace(InstantSource.system(), startInstant(), speed());
        var content = content(population, pace, behaviour);
        try (var server = listen(content, behaviour, accounts)) {
            var took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            var console = commandSpec().commandLine().getOut();
            console.println("CMX simulator: http://localhost:" + server.port() + " (ready in " + took + " ms)");
            console.println("  " + content.venue().now().floors().size() + " floors, release " + release + ", user "
                    + username + ", API server user " + apiUsername + "; http://localhost:" + server.port()
                    + "/openapi.json says what is served");
            console.flush();
            var ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(ended::countDown));
            ended.await();
        }
        return 0;
    }

    private SimulatorServer.Content content(
            Simulations.Population population, Simulations.Pace pace, Behaviour behaviour) {
        try {
            return Simulations.build(folder(), population, pace, behaviour, faults());
        } catch (RecordingException e) {
            throw refusal("--recorded: " + e.getMessage());
        }
    }

    private SimulatorServer listen(SimulatorServer.Content content, Behaviour behaviour, Accounts accounts) {
        try {
            return SimulatorServer.start(port, content, behaviour, accounts);
        } catch (UncheckedIOException | IllegalStateException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw refusal("port " + port + " cannot be used: " + cause.getMessage());
                }
            }
            throw e;
        }
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("the command line was not parsed");
        }
        return spec;
    }

    private ParameterException refusal(String message) {
        return new ParameterException(commandSpec().commandLine(), message);
    }

    private int positive(int number, String option) {
        if (number < 1) {
            throw refusal(option + " is at least 1");
        }
        return number;
    }

    private double speed() {
        if (!(speed > 0 && speed <= 10_000)) {
            throw refusal("--speed is above 0 and at most 10000");
        }
        return speed;
    }

    private @Nullable Path folder() {
        return recorded.isBlank() ? null : Path.of(recorded);
    }

    private ZoneId zoneId() {
        try {
            return zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw refusal("--zone " + zone + " is no time zone");
        }
    }

    private Instant startInstant() {
        try {
            return start.isBlank() ? InstantSource.system().instant() : Instant.parse(start);
        } catch (DateTimeException e) {
            throw refusal("--start " + start + " is no time such as 2026-11-18T11:00:00Z");
        }
    }

    private Release release() {
        return Release.find(release).orElseThrow(() -> refusal("--release " + release + " is unknown"));
    }

    private Rhythm rhythm() {
        return Stream.of(Rhythm.values())
                .filter(each -> each.name().equalsIgnoreCase(rhythm))
                .findFirst()
                .orElseThrow(() -> refusal("--rhythm " + rhythm + " is unknown"));
    }

    private Set<Quirk> quirks() {
        return quirks.stream()
                .filter(name -> !name.isBlank())
                .map(name -> Quirk.find(name).orElseThrow(() -> refusal("--quirk " + name + " is unknown")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Faults faults() {
        var active = new Faults();
        for (var text : faults) {
            if (!text.isBlank()) {
                var parts = text.split(":", 2);
                var kind = FaultKind.find(parts[0]).orElseThrow(() -> refusal("--fault " + parts[0] + " is unknown"));
                active.put(new Fault(kind, parts.length > 1 ? parts[1] : "", Fault.DEFAULT_DELAY_MILLIS, 0));
            }
        }
        return active;
    }
}
