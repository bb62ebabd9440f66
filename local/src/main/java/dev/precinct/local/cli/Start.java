package dev.precinct.local.cli;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.local.cli.context.Context;
import dev.precinct.local.cli.context.UpOptions;
import dev.precinct.local.demo.DemoTenant;
import dev.precinct.local.demo.SimulatorClient;
import dev.precinct.local.home.Home;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.installation.Installation;
import dev.precinct.local.node.BuiltPrograms;
import dev.precinct.local.node.UnpackedPrograms;
import dev.precinct.local.process.Launch;
import dev.precinct.local.supervisor.SupervisorFiles;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** From nothing running to a ready demo tenant, in steps that may each be done already. */
final class Start {
    private static final Duration SUPERVISOR_LIMIT = Duration.ofMinutes(3);
    private static final Duration REAL_KUBERNETES_LIMIT = Duration.ofMinutes(15);
    private static final Duration UNIT_LIMIT = Duration.ofMinutes(2);
    private static final Duration TENANT_LIMIT = Duration.ofMinutes(3);
    private static final Duration ACCESS_LIMIT = Duration.ofSeconds(15);

    private final Context context;
    private final Progress progress;

    Start(Context context, Progress progress) {
        this.context = context;
        this.progress = progress;
    }

    void run(UpOptions options) throws IOException {
        if (context.running()) {
            progress.say("already running");
        } else {
            supervisor(options);
        }
        try (KubernetesClient client = context.kubernetes()) {
            progress.say("applying the platform");
            new Installation(context.home(), context.ports()).apply(client, options.simulator());
            for (String unit : List.of("simulator", "operator", "gateway")) {
                waitFor("starting the " + unit, UNIT_LIMIT, () -> unitReady(unit));
            }
            demo(client, options);
        }
        awaitAccess();
    }

    /** The port for kubectl opens beside everything else, long before the demo is ready; without it everything but kubectl works. */
    private void awaitAccess() {
        if (!within(ACCESS_LIMIT, () -> Files.exists(context.home().kubeconfig()))) {
            progress.say("no access for kubectl; see ./precinct logs supervisor");
        }
    }

    private void supervisor(UpOptions options) throws IOException {
        Home home = context.home();
        context.supervisor().forget();
        var programs = new BuiltPrograms(home.installed());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m", "-XX:+UseSerialGC"));
        command.addAll(programs.classArchive("local"));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                programs.classPath("local"),
                "dev.precinct.local.PrecinctMain",
                "supervise",
                "--kubernetes",
                options.kubernetes().wire()));
        var environment = new java.util.HashMap<>(Map.of(
                "PRECINCT_HOME", home.folder().toString(),
                "PRECINCT_INSTALLED", home.installed().toString(),
                "PRECINCT_PORT", Integer.toString(context.ports().gateway())));
        for (String passedOn : new String[] {"KUBECONFIG", UnpackedPrograms.FOLDER}) {
            Optional.ofNullable(System.getenv(passedOn)).ifPresent(given -> environment.put(passedOn, given));
        }
        var process = new Launch(command, environment, home.folder(), home.logOf("supervisor")).start();
        Duration limit = switch (options.kubernetes()) {
            case EMBEDDED -> SUPERVISOR_LIMIT;
            case REAL -> REAL_KUBERNETES_LIMIT;
        };
        waitFor("starting the supervisor", limit, () -> {
            var state = state();
            state.filter(each -> each.stage() == SupervisorFiles.Stage.FAILED).ifPresent(failed -> {
                throw new UserMustActException(failed.message());
            });
            if (!process.alive() && state.filter(SupervisorFiles.State::alive).isEmpty()) {
                throw new UserMustActException("the supervisor ended; see " + home.logOf("supervisor"));
            }
            state.filter(each -> each.stage() == SupervisorFiles.Stage.STARTING)
                    .ifPresent(starting -> progress.say(starting.message()));
            return state.filter(each -> each.stage() == SupervisorFiles.Stage.READY)
                    .isPresent();
        });
    }

    private void demo(KubernetesClient client, UpOptions options) throws IOException {
        boolean there = client.resources(Tenant.class).withName(DemoTenant.NAME).get() != null;
        if (!there && options.demoMade()) {
            progress.say("the demo tenant was deleted; ./precinct reset brings it back");
            return;
        }
        if (!there || !options.served().equals(options.demoOver())) {
            makeDemo(client);
            options.withDemoMade().write(context.home());
        }
        var watch = new TenantWatch(client, progress);
        watch.waitUntil(DemoTenant.NAME, TenantPhase.READY, TENANT_LIMIT);
        waitFor(
                "waiting for the portal",
                UNIT_LIMIT,
                () -> PortalProbe.answers(context.ports().gateway(), DemoTenant.NAME));
    }

    private void makeDemo(KubernetesClient client) {
        var installation = new Installation(context.home(), context.ports());
        URI cmx = URI.create("http://127.0.0.1:" + context.ports().simulator());
        var places = new SimulatorClient(cmx, Installation.SIMULATOR_USER, installation.simulatorPassword()).places();
        client.resource(DemoTenant.over(places, cmx))
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("precinct-demo")
                        .withForce(true)
                        .build());
    }

    private boolean unitReady(String unit) {
        return context.supervisor().records().read().stream()
                .anyMatch(entry -> entry.unit().equals(unit) && entry.state().equals("running"));
    }

    private Optional<SupervisorFiles.State> state() {
        try {
            return context.supervisor().state();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void waitFor(String what, Duration limit, Supplier<Boolean> done) {
        progress.say(what);
        if (!within(limit, done)) {
            throw new UserMustActException(what + " took longer than " + limit.toSeconds()
                    + " s; see ./precinct status and ./precinct logs UNIT");
        }
    }

    private static boolean within(Duration limit, Supplier<Boolean> done) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!done.get()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.shortly();
        }
        return true;
    }
}
