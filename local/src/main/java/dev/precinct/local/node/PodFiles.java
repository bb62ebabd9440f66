package dev.precinct.local.node;

import dev.precinct.local.home.AtomicFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the volumes of a pod to folders, as the kubelet does, and keeps them equal to the Secrets and ConfigMaps. */
final class PodFiles {
    private final Path folder;
    private final ClusterView cluster;

    /** @param folder of this workload only */
    PodFiles(Path folder, ClusterView cluster) {
        this.folder = folder;
        this.cluster = cluster;
    }

    /**
     * Brings the files up to date.
     *
     * @return the folder of each mount path
     * @throws MissingObjectException when a Secret or ConfigMap that is not optional is not there
     */
    Map<String, Path> write(String namespace, PodSpec pod) throws IOException, MissingObjectException {
        var folders = new TreeMap<String, Path>();
        for (Volume volume : pod.getVolumes()) {
            folders.put(volume.getName(), write(namespace, volume));
        }
        var mounts = new TreeMap<String, Path>();
        for (VolumeMount mount : pod.getContainers().getFirst().getVolumeMounts()) {
            Path source = folders.get(mount.getName());
            if (source != null) {
                mounts.put(
                        mount.getMountPath(), mount.getSubPath() == null ? source : source.resolve(mount.getSubPath()));
            }
        }
        return mounts;
    }

    private Path write(String namespace, Volume volume) throws IOException, MissingObjectException {
        if (volume.getHostPath() != null) {
            return Path.of(volume.getHostPath().getPath());
        }
        Path target = folder.resolve(volume.getName());
        Files.createDirectories(target);
        if (volume.getSecret() != null) {
            var secret = volume.getSecret();
            boolean optional = Boolean.TRUE.equals(secret.getOptional());
            mirror(target, chosen(cluster.secret(namespace, secret.getSecretName(), optional), secret.getItems()));
        } else if (volume.getConfigMap() != null) {
            var map = volume.getConfigMap();
            boolean optional = Boolean.TRUE.equals(map.getOptional());
            mirror(target, chosen(cluster.configMap(namespace, map.getName(), optional), map.getItems()));
        } else if (volume.getProjected() != null) {
            mirror(target, projected(namespace, volume.getProjected().getSources()));
        }
        return target;
    }

    private Map<String, byte[]> projected(String namespace, List<VolumeProjection> sources)
            throws MissingObjectException {
        var all = new TreeMap<String, byte[]>();
        for (VolumeProjection source : sources) {
            if (source.getSecret() != null) {
                var secret = source.getSecret();
                boolean optional = Boolean.TRUE.equals(secret.getOptional());
                all.putAll(chosen(cluster.secret(namespace, secret.getName(), optional), secret.getItems()));
            } else if (source.getConfigMap() != null) {
                var map = source.getConfigMap();
                boolean optional = Boolean.TRUE.equals(map.getOptional());
                all.putAll(chosen(cluster.configMap(namespace, map.getName(), optional), map.getItems()));
            }
        }
        return all;
    }

    private static Map<String, byte[]> chosen(Map<String, byte[]> content, List<KeyToPath> items) {
        if (items.isEmpty()) {
            return content;
        }
        var chosen = new TreeMap<String, byte[]>();
        for (KeyToPath item : items) {
            byte[] value = content.get(item.getKey());
            if (value != null) {
                chosen.put(item.getPath(), value);
            }
        }
        return chosen;
    }

    private static void mirror(Path target, Map<String, byte[]> content) throws IOException {
        Set<String> stale = new HashSet<>();
        try (Stream<Path> files = Files.list(target)) {
            files.map(file -> file.getFileName().toString()).forEach(stale::add);
        }
        for (var entry : content.entrySet()) {
            AtomicFile.write(target.resolve(entry.getKey()), entry.getValue());
            stale.remove(entry.getKey().replaceFirst("/.*", ""));
        }
        for (String name : stale) {
            Files.deleteIfExists(target.resolve(name));
        }
    }

    static Map<String, byte[]> decoded(Map<String, String> base64) {
        var bytes = new TreeMap<String, byte[]>();
        base64.forEach((key, value) -> bytes.put(key, Base64.getDecoder().decode(value)));
        return bytes;
    }

    static Map<String, byte[]> encoded(Map<String, String> text) {
        var bytes = new TreeMap<String, byte[]>();
        text.forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
