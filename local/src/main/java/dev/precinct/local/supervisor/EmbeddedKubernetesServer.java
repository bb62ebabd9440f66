package dev.precinct.local.supervisor;

import dev.precinct.local.home.Home;
import dev.precinct.local.home.Passwords;
import dev.precinct.local.home.Ports;
import dev.precinct.local.kubernetes.EmbeddedKubernetes;
import dev.precinct.local.kubernetes.Kubeconfig;
import dev.precinct.local.node.ReplicaRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stand-in inside the supervisor. Our own programs use its plain port, which is open when it is started; the port with TLS, for people's
 * kubectl, opens beside that, since its certificate takes a second to make.
 */
final class EmbeddedKubernetesServer implements KubernetesServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKubernetesServer.class);
    private static final Duration NEXT_TRY = Duration.ofHours(1);

    private final Home home;
    private final Ports ports;
    private final Passwords passwords;
    private final Clock clock;
    private @Nullable EmbeddedKubernetes server;
    private int tlsPort;
    private volatile boolean closing;
    private volatile Instant tlsDue = Instant.MAX;

    EmbeddedKubernetesServer(Home home, Ports ports, Passwords passwords, Clock clock) {
        this.home = home;
        this.ports = ports;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void start() {
        var started = EmbeddedKubernetes.start(
                home.kubernetes(), port("kubernetes"), passwords.of("kubernetes-admin"), clock);
        server = started;
        try {
            Files.deleteIfExists(home.kubeconfig());
            started.kubeconfig().writeTo(kubeconfig());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tlsPort = port("kubernetes-tls");
        listenWithTls(started);
    }

    /** The same port as before: operator and gateway of a killed supervisor still run and come back to it, and so do people's programs. */
    private int port(String name) {
        int port = ports.of(name);
        return Ports.isFree(port) ? port : ports.pickAgain(name);
    }

    private void listenWithTls(EmbeddedKubernetes started) {
        tlsDue = Instant.MAX;
        Thread.ofVirtual().name("kubernetes-tls").start(() -> {
            try {
                Kubeconfig people = started.listenWithTls(tlsPort);
                people.writeTo(home.kubeconfig());
                tlsDue = started.certificateDue().orElseThrow();
            } catch (IOException | RuntimeException e) {
                if (closing) {
                    return; // stopped before it was open: nobody misses it
                }
                LOG.error("kubectl cannot be served: no port with TLS; tried again in {}", NEXT_TRY, e);
                tlsDue = clock.instant().plus(NEXT_TRY);
            }
        });
    }

    @Override
    public Optional<ReplicaRecords.Entry> check() {
        if (server != null && !clock.instant().isBefore(tlsDue)) {
            listenWithTls(server);
        }
        return Optional.empty();
    }

    @Override
    public Path kubeconfig() {
        return home.plainKubeconfig();
    }

    @Override
    public void close() {
        closing = true;
        if (server != null) {
            server.close();
        }
    }
}
