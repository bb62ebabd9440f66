package dev.precinct.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A pod of a tenant that a tenant's own code might be: it runs the program of {@code e2e/probe}. */
record ProbePod(String namespace, String name) implements AutoCloseable {

    /** A pod that waits to be told what to dial. */
    static ProbePod start(String namespace) {
        var pod = new ProbePod(namespace, "probe");
        Cluster.apply(manifest(namespace, "probe", "wait", "64Mi")).succeeded();
        Cluster.kubectl("-n", namespace, "wait", "--for=condition=Ready", "pod/probe", "--timeout=120s")
                .succeeded();
        return pod;
    }

    static String manifest(String namespace, String name, String command, String memory) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: { name: %s, namespace: %s }
                spec:
                  serviceAccountName: runtime
                  restartPolicy: Never
                  terminationGracePeriodSeconds: 0
                  securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
                  containers:
                    - name: probe
                      image: precinct.dev/probe:1
                      imagePullPolicy: Never
                      args: [%s]
                      resources: { requests: { cpu: 10m, memory: 16Mi }, limits: { memory: %s } }
                      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
                """.formatted(name, namespace, command, memory);
    }

    /** What each target answers: {@code open}, {@code closed}, or the status of an {@code http://} one. */
    Map<String, String> dial(Collection<String> targets) {
        var command = new ArrayList<>(List.of("-n", namespace, "exec", name, "--", "/probe", "dial"));
        command.addAll(targets);
        var results = new TreeMap<String, String>();
        Cluster.kubectl(command.toArray(String[]::new))
                .succeeded()
                .text()
                .lines()
                .forEach(line -> {
                    String[] parts = line.split(" ");
                    results.put(parts[0], parts[1]);
                });
        return results;
    }

    JsonNode object() {
        return Cluster.get("pod", name, "-n", namespace);
    }

    @Override
    public void close() {
        Cluster.kubectl("-n", namespace, "delete", "pod", name, "--ignore-not-found", "--wait=true")
                .succeeded();
    }
}
