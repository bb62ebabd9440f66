package dev.precinct.operator.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Services that runtimes have to reach, and the pods behind them: a network policy sees the address of a pod, never that of a Service
 * before it.
 *
 * @param namespace the operator's own, where a bare name is looked for
 * @param pods labels of the pods behind a Service, for those that are known; the port of such a Service is the pods' own
 */
public record PlatformServices(String namespace, Map<ServiceName, Map<String, String>> pods) {
    public PlatformServices {
        pods = Map.copyOf(pods);
    }

    /** @param selectors one for each Service, {@code host=label=value,label=value} */
    public static PlatformServices parse(String namespace, List<String> selectors) {
        var pods = new HashMap<ServiceName, Map<String, String>>();
        for (String selector : selectors) {
            int equals = selector.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("no labels");
            }
            var service = ServiceName.of(selector.substring(0, equals), namespace)
                    .orElseThrow(() -> new IllegalArgumentException("not the name of a Service"));
            pods.put(service, labels(selector.substring(equals + 1)));
        }
        return new PlatformServices(namespace, pods);
    }

    public Optional<ServiceName> find(String host) {
        return ServiceName.of(host, namespace);
    }

    /** Empty: all pods of its namespace. */
    public Map<String, String> podsBehind(ServiceName service) {
        return pods.getOrDefault(service, Map.of());
    }

    private static Map<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        for (String label : text.split(",", -1)) {
            String[] parts = label.split("=", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalArgumentException("not label=value");
            }
            labels.put(parts[0].strip(), parts[1].strip());
        }
        return labels;
    }
}
