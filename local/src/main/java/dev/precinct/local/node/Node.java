package dev.precinct.local.node;

import dev.precinct.local.home.Home;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a process running for each replica of each Deployment. It is told nothing but the Kubernetes API: whose Deployments they are, it does
 * not know. One thread calls it.
 */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final String SYSTEM_NAMESPACE = "precinct-system";

    private final ClusterView cluster;
    private final PodStarter starter;
    private final AddressFiles addresses;
    private final StatusWriter statuses;
    private final Clock clock;
    private final Map<String, Workload> workloads = new TreeMap<>();
    private final List<ReplicaRecords.Entry> left;

    /**
     * @param programs what an image is on this machine
     * @param left what an earlier supervisor recorded: processes that are taken over or count as ended
     */
    public Node(KubernetesClient client, Home home, Programs programs, List<ReplicaRecords.Entry> left, Clock clock) {
        this.cluster = new ClusterView(client);
        this.starter = new PodStarter(
                home, programs, cluster, new Kubeconfigs(client, home.run().resolve("kubeconfig")), clock);
        this.addresses = new AddressFiles(home.addresses());
        this.statuses = new StatusWriter(client);
        this.clock = clock;
        this.left = new ArrayList<>(left);
    }

    /**
     * One pass over all Deployments.
     *
     * @return what runs now, for {@code status} and for the next supervisor
     */
    public List<ReplicaRecords.Entry> step() {
        var records = new ArrayList<ReplicaRecords.Entry>();
        var seen = new ArrayList<String>();
        for (Deployment deployment : cluster.deployments()) {
            var template = Template.of(deployment);
            String key = template.namespace() + "/" + template.name();
            seen.add(key);
            var workload = workloads.computeIfAbsent(key, _ -> adopted(template));
            try {
                workload.step(template);
                report(template, workload);
            } catch (KubernetesClientException | UncheckedIOException e) {
                LOG.warn("{}: tried again at the next pass", workload.unit(), e);
            }
            records.addAll(workload.records(template));
        }
        endDeleted(seen);
        records.sort(Comparator.comparing(ReplicaRecords.Entry::unit));
        return records;
    }

    private Workload adopted(Template template) {
        var workload = new Workload(unit(template), starter, clock);
        for (var entry : List.copyOf(left)) {
            if (entry.namespace().equals(template.namespace())
                    && entry.deployment().equals(template.name())
                    && entry.process().pid() != 0) {
                workload.adopt(template, entry);
                left.remove(entry);
            }
        }
        return workload;
    }

    private static String unit(Template template) {
        return template.namespace().equals(SYSTEM_NAMESPACE)
                ? template.name()
                : template.namespace().replaceFirst("^tenant-", "") + "/" + template.name();
    }

    private void report(Template template, Workload workload) {
        try {
            addresses.write(template, cluster.services(template.namespace()), workload.serving(template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (template.deployment().getMetadata().getDeletionTimestamp() == null) {
            statuses.write(
                    template.deployment(),
                    new StatusWriter.Counts(workload.count(), workload.updated(template), workload.ready()));
        }
    }

    private void endDeleted(List<String> seen) {
        var deleted = new ArrayList<>(workloads.keySet());
        deleted.removeAll(seen);
        for (String key : deleted) {
            var workload = workloads.get(key);
            if (workload != null) {
                workload.endAll(Duration.ofSeconds(10));
                forgetAddresses(key);
                if (workload.gone()) {
                    forgetFiles(key);
                    workloads.remove(key);
                }
            }
        }
    }

    /** The Service of a deleted Deployment may be gone too, so the file is found by the workload's own name. */
    private void forgetAddresses(String key) {
        try {
            addresses.forget(key.substring(0, key.indexOf('/')), key.substring(key.indexOf('/') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passwords that a process had mounted do not outlive the Secrets they came from. */
    private void forgetFiles(String key) {
        try {
            starter.forget(key.substring(0, key.indexOf('/')), key.substring(key.indexOf('/') + 1));
        } catch (IOException e) {
            LOG.warn("the files of {} can't be deleted", key, e);
        }
    }

    /** Ends the processes of one Deployment, or of all others, and waits until they are gone. */
    public void end(java.util.function.Predicate<String> units, Duration grace) {
        var chosen = workloads.values().stream()
                .filter(workload -> units.test(workload.unit()))
                .toList();
        chosen.forEach(workload -> workload.endAll(grace));
        long deadline = System.nanoTime() + grace.plusSeconds(15).toNanos();
        while (System.nanoTime() < deadline && !chosen.stream().allMatch(Workload::gone)) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
