package dev.precinct.local.supervisor;

import dev.precinct.local.home.Home;
import dev.precinct.local.home.Passwords;
import dev.precinct.local.home.Ports;
import dev.precinct.local.kubernetes.EmbeddedKubernetes;
import dev.precinct.local.node.ReplicaRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stand-in inside the supervisor. */
final class EmbeddedKubernetesServer implements KubernetesServer {
    private final Home home;
    private final Ports ports;
    private final Passwords passwords;
    private final Clock clock;
    private @Nullable EmbeddedKubernetes server;

    EmbeddedKubernetesServer(Home home, Ports ports, Passwords passwords, Clock clock) {
        this.home = home;
        this.ports = ports;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void start() {
        // The same port as before: operator and gateway of a killed supervisor still run and come back to it.
        int port = ports.of("kubernetes");
        if (!Ports.isFree(port)) {
            port = ports.pickAgain("kubernetes");
        }
        var started = EmbeddedKubernetes.start(home.kubernetes(), port, passwords.of("kubernetes-admin"), clock);
        server = started;
        try {
            started.kubeconfig().writeTo(kubeconfig());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<ReplicaRecords.Entry> check() {
        return Optional.empty();
    }

    @Override
    public Path kubeconfig() {
        return home.kubeconfig();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
