package dev.precinct.local.supervisor;

import dev.precinct.local.home.Home;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.node.ReplicaRecords;
import dev.precinct.local.process.ProcessRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The project's own {@code cluster/} in control mode, its etcd kept under the home folder, without the controllers whose work the node of
 * this machine does.
 */
final class RealKubernetesServer implements KubernetesServer {
    private static final Logger LOG = LoggerFactory.getLogger(RealKubernetesServer.class);
    static final String UNIT = "kubernetes";

    private final Home home;
    private int restarts;

    RealKubernetesServer(Home home) {
        this.home = home;
    }

    @Override
    public void start() {
        run("up", "control", "--keep", "--without", "deployment-controller,replicaset-controller");
        try {
            Files.deleteIfExists(home.kubeconfig());
            Files.createSymbolicLink(home.kubeconfig(), state().resolve("kubeconfig"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<ReplicaRecords.Entry> check() {
        var running = components();
        if (running.size() < 3) {
            LOG.warn("a component of Kubernetes ended; it is started again");
            restarts++;
            run("up", "control", "--keep", "--without", "deployment-controller,replicaset-controller");
            running = components();
        }
        var server = running.getOrDefault("kube-apiserver", new ProcessRef(0, 0));
        var process = new ReplicaRecords.Process(server.pid(), server.startTicks(), "", Map.of());
        return Optional.of(new ReplicaRecords.Entry(UNIT, "", "", process, "running", restarts));
    }

    private Map<String, ProcessRef> components() {
        var running = new java.util.TreeMap<String, ProcessRef>();
        for (String component : List.of("etcd", "kube-apiserver", "kube-controller-manager")) {
            Path file = state().resolve("pid").resolve(component);
            try {
                if (Files.exists(file)) {
                    ProcessRef.find(Long.parseLong(Files.readString(file).trim()))
                            .ifPresent(process -> running.put(component, process));
                }
            } catch (IOException e) {
                LOG.warn("can't read {}", file, e);
            }
        }
        return running;
    }

    private Path state() {
        return home.kubernetes().resolve("state");
    }

    private void run(String... arguments) {
        var command = new ArrayList<String>();
        command.add(home.installed().resolve("cluster/cluster").toString());
        command.addAll(List.of(arguments));
        Path log = home.logOf(UNIT);
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("PRECINCT_CLUSTER_STATE", state().toString());
            int code = builder.start().waitFor();
            if (code != 0) {
                String said = Files.readString(log, StandardCharsets.UTF_8);
                String last = said.strip().lines().reduce("", (before, line) -> line);
                throw new UserMustActException("Kubernetes did not start: " + last + " (more in " + log + ")");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kubernetes was started or stopped", e);
        }
    }

    @Override
    public Path kubeconfig() {
        return home.kubeconfig();
    }

    @Override
    public void close() {
        run("down", "--keep");
    }
}
