package dev.precinct.local.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The environment of a container with its mount paths and ports replaced by those of this machine: see contracts.md. */
final class PodEnvironment {
    private final ClusterView cluster;

    PodEnvironment(ClusterView cluster) {
        this.cluster = cluster;
    }

    /**
     * @param mounts folder of each mount path
     * @param ports number of each named port on this machine
     */
    Map<String, String> of(String namespace, Container container, Map<String, Path> mounts, Map<String, Integer> ports)
            throws MissingObjectException {
        var environment = new HashMap<String, String>();
        for (EnvVar variable : container.getEnv()) {
            String value = variable.getValueFrom() == null
                    ? variable.getValue()
                    : referenced(namespace, variable.getName(), variable.getValueFrom());
            environment.put(variable.getName(), onThisMachine(value == null ? "" : value, mounts));
        }
        ports.forEach((name, number) -> environment.put(portVariable(name), number.toString()));
        return environment;
    }

    /** {@code PRECINCT_HTTP_PORT} for the port {@code http}. */
    static String portVariable(String port) {
        return "PRECINCT_" + port.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    private static String onThisMachine(String value, Map<String, Path> mounts) {
        return mounts.entrySet().stream()
                .filter(mount -> value.equals(mount.getKey()) || value.startsWith(mount.getKey() + "/"))
                .max(Map.Entry.comparingByKey())
                .map(mount -> mount.getValue() + value.substring(mount.getKey().length()))
                .orElse(value);
    }

    private String referenced(String namespace, String variable, EnvVarSource source) throws MissingObjectException {
        Map<String, byte[]> content;
        String key;
        if (source.getSecretKeyRef() != null) {
            content = cluster.secret(namespace, source.getSecretKeyRef().getName(), false);
            key = source.getSecretKeyRef().getKey();
        } else if (source.getConfigMapKeyRef() != null) {
            content = cluster.configMap(namespace, source.getConfigMapKeyRef().getName(), false);
            key = source.getConfigMapKeyRef().getKey();
        } else {
            throw new MissingObjectException(variable
                    + " is taken from something that this node does not know; a key of a Secret or ConfigMap works");
        }
        byte[] value = content.get(key);
        if (value == null) {
            throw new MissingObjectException("key " + key + " for " + variable + " is not there");
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
