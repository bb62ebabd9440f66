package dev.precinct.local.cli.context;

import dev.precinct.local.home.Home;
import dev.precinct.local.home.Ports;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.supervisor.SupervisorFiles;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What every command needs to know: where things are. Taken from the environment once. */
public record Context(Home home, Ports ports) {
    /** A busy machine takes its time for the first write of an API server that has compiled nothing yet. */
    private static final int PATIENCE_MILLIS = 60_000;

    private static final int DEFAULT_PORT = 8080;

    public static Context of(Map<String, String> environment) {
        Path installed = Path.of(environment.getOrDefault("PRECINCT_INSTALLED", "."));
        Path folder = Path.of(environment.getOrDefault(
                "PRECINCT_HOME", installed.resolve(".precinct").toString()));
        var home = Home.open(folder, installed);
        return new Context(home, new Ports(home, port(environment.get("PRECINCT_PORT"), home)));
    }

    /** The port of the environment, else the one that this home was started with, else 8080. */
    private static int port(@org.jspecify.annotations.Nullable String given, Home home) {
        Path kept = home.folder().resolve("port");
        try {
            if (given == null || given.isBlank()) {
                return Files.exists(kept)
                        ? Integer.parseInt(Files.readString(kept).trim())
                        : DEFAULT_PORT;
            }
            int port = Integer.parseInt(given);
            if (port < 1 || port > 65_534) {
                throw new NumberFormatException();
            }
            return port;
        } catch (NumberFormatException e) {
            throw new UserMustActException("PRECINCT_PORT is a number from 1 to 65534, not: " + given, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SupervisorFiles supervisor() {
        return new SupervisorFiles(home);
    }

    public boolean running() {
        try {
            return supervisor()
                    .state()
                    .filter(SupervisorFiles.State::alive)
                    .filter(state -> state.stage() == SupervisorFiles.Stage.READY)
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UserMustActException when nothing runs that could be asked */
    public KubernetesClient kubernetes() {
        if (!running()) {
            throw new UserMustActException(
                    "Precinct does not run here (" + home.folder() + "): ./precinct up starts it");
        }
        Path plain = home.plainKubeconfig();
        Path access = Files.exists(plain) ? plain : home.kubeconfig();
        Config config = Config.fromKubeconfig(access.toFile());
        config.setRequestTimeout(PATIENCE_MILLIS);
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
