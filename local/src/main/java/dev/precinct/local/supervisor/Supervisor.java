package dev.precinct.local.supervisor;

import dev.precinct.local.home.Home;
import dev.precinct.local.home.Passwords;
import dev.precinct.local.home.Ports;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.node.Node;
import dev.precinct.local.node.Programs;
import dev.precinct.local.node.ReplicaRecords;
import dev.precinct.local.servers.PostgresServer;
import dev.precinct.local.servers.RedisServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps everything of one installation running: the database servers, the Kubernetes API, and through the node whatever Deployments it holds.
 * It may be killed: what it started runs on, and the next one takes it over.
 */
public final class Supervisor {
    /** Seconds for a process that writes its class archive at its end. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(25);

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration PASS = Duration.ofMillis(200);

    private final SupervisorFiles files;
    private final Home home;
    private final List<ServerUnit> servers;
    private final KubernetesServer kubernetes;
    private final Programs programs;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param programs what images are here */
    public Supervisor(Home home, Ports ports, KubernetesKind kind, Programs programs, Clock clock) {
        var passwords = new Passwords(home);
        this.home = home;
        this.programs = programs;
        this.clock = clock;
        this.files = new SupervisorFiles(home);
        this.servers = List.of(
                new ServerUnit(new PostgresServer(home, ports, passwords), clock),
                new ServerUnit(new RedisServer(home, ports, passwords), clock));
        this.kubernetes = switch (kind) {
            case EMBEDDED -> new EmbeddedKubernetesServer(home, ports, passwords, clock);
            case REAL ->
                KubernetesKind.given()
                        .<KubernetesServer>map(given -> new GivenKubernetes(home, given))
                        .orElseGet(() -> new RealKubernetesServer(home));
        };
    }

    /**
     * Runs until the process is asked to end.
     *
     * @return exit code: 0 after a wanted end, 1 when the start failed (the reason is in the supervisor's files)
     */
    public int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
        try (var _ = files.claim()) {
            try {
                start();
            } catch (UserMustActException e) {
                LOG.error("the start failed", e);
                files.failed(String.valueOf(e.getMessage()));
                stopServers();
                return 1;
            }
            keepRunning();
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            stopped.countDown();
        }
    }

    private void start() throws IOException {
        files.progress("starting PostgreSQL and Redis");
        servers.forEach(ServerUnit::start);
        files.progress("starting the Kubernetes API");
        kubernetes.start();
        files.ready();
    }

    private void keepRunning() throws IOException {
        List<ReplicaRecords.Entry> left = files.records().read();
        try (KubernetesClient client = client();
                var node = new Node(client, home, programs, left, clock)) {
            while (!stop.await(PASS.toMillis(), TimeUnit.MILLISECONDS)) {
                pass(node);
            }
            LOG.info("stopping");
            node.end(unit -> unit.equals("gateway") || unit.contains("/"), LONGEST_FAREWELL);
            node.end(_ -> true, LONGEST_FAREWELL);
            files.records().forget();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopServers();
            files.forget();
        }
    }

    private void pass(Node node) throws IOException {
        var running = new ArrayList<ReplicaRecords.Entry>();
        servers.forEach(server -> running.add(server.check()));
        try {
            kubernetes.check().ifPresent(running::add);
            running.addAll(node.step());
        } catch (KubernetesClientException e) {
            LOG.warn("the Kubernetes API does not answer; tried again", e);
            return;
        }
        files.record(running);
    }

    private KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubernetes.kubeconfig().toFile()))
                .build();
    }

    private void stopServers() {
        kubernetes.close();
        servers.reversed().forEach(ServerUnit::stop);
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            if (!stopped.await(90, TimeUnit.SECONDS)) {
                LOG.error("not everything ended within 90 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
