package dev.precinct.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What listens in the cluster, and whether a pod of tenant acme may get there: read from the Services and pods that there are. One that has
 * no row here fails: whoever adds a port says who may reach it.
 */
final class Reach {
    static final String OPEN = "open";
    static final String CLOSED = "closed";

    /** By namespace ("own" is acme's, "other" another tenant's), unit and port. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("own/runtime:8080", OPEN),
            Map.entry("own/runtime:8081", OPEN),
            Map.entry("other/runtime:8080", CLOSED),
            Map.entry("other/runtime:8081", CLOSED),
            Map.entry("precinct-system/postgresql:5432", OPEN),
            Map.entry("precinct-system/redis:6379", OPEN),
            Map.entry("precinct-system/simulator:8083", OPEN),
            Map.entry("precinct-system/gateway:80", CLOSED),
            Map.entry("precinct-system/gateway:8080", CLOSED),
            Map.entry("precinct-system/gateway:8081", CLOSED),
            Map.entry("precinct-system/gateway-health:8081", CLOSED),
            Map.entry("precinct-system/operator:8081", CLOSED),
            Map.entry("default/kubernetes:443", CLOSED),
            Map.entry("kube-system/kube-dns:53", OPEN),
            Map.entry("kube-system/kube-dns:5353", OPEN),
            Map.entry("kube-system/metrics-server:443", CLOSED),
            Map.entry("kube-system/metrics-server:10251", CLOSED));

    private Reach() {}

    /** @return by target as the probe takes it: what a pod of acme must get */
    static Map<String, String> ofEverythingThatListens() {
        var rows = new TreeMap<String, String>();
        for (JsonNode service : Cluster.get("services", "-A").path("items")) {
            String name = service.path("metadata").path("name").asText();
            String namespace = namespace(service);
            for (JsonNode port : service.path("spec").path("ports")) {
                if (port.path("protocol").asText().equals("TCP")) {
                    int number = port.path("port").asInt();
                    rows.put(
                            "tcp://" + name + "." + namespace + ".svc.cluster.local:" + number,
                            verdict(namespace, name, number));
                }
            }
        }
        for (JsonNode pod : Cluster.get("pods", "-A", "--field-selector=status.phase=Running")
                .path("items")) {
            if (pod.path("metadata").has("deletionTimestamp")) {
                continue; // of the release before: soon nothing listens there
            }
            for (JsonNode container : pod.path("spec").path("containers")) {
                for (JsonNode port : container.path("ports")) {
                    if (!port.path("protocol").asText().equals("UDP")) {
                        int number = port.path("containerPort").asInt();
                        rows.put(
                                "tcp://" + pod.path("status").path("podIP").asText() + ":" + number,
                                verdict(namespace(pod), unit(pod), number));
                    }
                }
            }
        }
        return rows;
    }

    private static String verdict(String namespace, String unit, int port) {
        String room = switch (namespace) {
            case "tenant-acme" -> "own";
            case String name when name.startsWith("tenant-") -> "other";
            default -> namespace;
        };
        String key = room + "/" + unit + ":" + port;
        String verdict = ROWS.get(key);
        if (verdict == null) {
            throw new AssertionError(key + " listens, and no row says whether a tenant may reach it");
        }
        return verdict;
    }

    private static String unit(JsonNode pod) {
        JsonNode labels = pod.path("metadata").path("labels");
        String unit = labels.path("app.kubernetes.io/name")
                .asText(labels.path("k8s-app").asText());
        return unit.equals("tenant-runtime") ? "runtime" : unit;
    }

    private static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }
}
