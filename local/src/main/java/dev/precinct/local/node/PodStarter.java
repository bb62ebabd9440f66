package dev.precinct.local.node;

import dev.precinct.local.home.Home;
import dev.precinct.local.home.Ports;
import dev.precinct.local.process.Launch;
import dev.precinct.local.process.ProcessRef;
import dev.precinct.local.servers.Folders;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the process of a pod from its template alone. */
final class PodStarter {
    private final Home home;
    private final Programs programs;
    private final ClusterView cluster;
    private final Kubeconfigs kubeconfigs;
    private final Clock clock;

    PodStarter(Home home, Programs programs, ClusterView cluster, Kubeconfigs kubeconfigs, Clock clock) {
        this.home = home;
        this.programs = programs;
        this.cluster = cluster;
        this.kubeconfigs = kubeconfigs;
        this.clock = clock;
    }

    Replica start(Template template, String unit) throws IOException, MissingObjectException {
        Map<String, Path> mounts = mirrorFiles(template);
        Map<String, Integer> ports = ports(template);
        var environment = new HashMap<>(
                new PodEnvironment(cluster).of(template.namespace(), template.container(), mounts, ports));
        String account = template.pod().getServiceAccountName();
        if (account != null && !Boolean.FALSE.equals(template.pod().getAutomountServiceAccountToken())) {
            environment.put(
                    "KUBECONFIG",
                    kubeconfigs.write(template.namespace(), account).toString());
        }
        List<String> command =
                new ArrayList<>(programs.command(template.container().getImage()));
        command.addAll(template.container().getArgs());
        Path folder = workOf(template.namespace(), template.name());
        Files.createDirectories(folder);
        ProcessRef process = new Launch(command, environment, folder, home.logOf(unit)).start();
        return new Replica(process, template.hash(), ports, clock.instant(), probes(template, ports));
    }

    /** Takes over a process that an earlier supervisor started. */
    Replica adopt(Template template, ReplicaRecords.Entry entry) {
        var process = entry.process();
        return new Replica(
                process.ref(), process.template(), process.ports(), clock.instant(), probes(template, process.ports()));
    }

    Map<String, Path> mirrorFiles(Template template) throws IOException, MissingObjectException {
        Path folder = volumesOf(template.namespace(), template.name());
        return new PodFiles(folder, cluster).write(template.namespace(), template.pod());
    }

    /** Deletes what was written for the processes of a Deployment that is gone. */
    void forget(String namespace, String name) throws IOException {
        for (Path each : List.of(volumesOf(namespace, name), workOf(namespace, name))) {
            Folders.delete(each);
        }
    }

    private Path volumesOf(String namespace, String name) {
        return home.volumes().resolve(namespace).resolve(name);
    }

    private Path workOf(String namespace, String name) {
        return home.run().resolve("work").resolve(namespace).resolve(name);
    }

    private static Replica.Probes probes(Template template, Map<String, Integer> ports) {
        var container = template.container();
        String name = template.namespace() + "/" + template.name();
        return new Replica.Probes(
                Probe.started("readiness of " + name, Probe.Question.of(container.getReadinessProbe(), ports)),
                Probe.started("liveness of " + name, Probe.Question.of(container.getLivenessProbe(), ports)));
    }

    private static Map<String, Integer> ports(Template template) {
        var ports = new HashMap<String, Integer>();
        for (ContainerPort port : template.container().getPorts()) {
            if (port.getName() != null) {
                ports.put(port.getName(), port.getHostPort() == null ? Ports.free() : port.getHostPort());
            }
        }
        return ports;
    }
}
