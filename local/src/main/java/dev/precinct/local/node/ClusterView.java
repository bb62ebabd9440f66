package dev.precinct.local.node;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the node watches, in memory: Deployments and what their pods mount. */
final class ClusterView implements AutoCloseable {
    private final AtomicLong changes = new AtomicLong();
    private final SharedIndexInformer<Deployment> deployments;
    private final SharedIndexInformer<Service> services;
    private final SharedIndexInformer<Secret> secrets;
    private final SharedIndexInformer<ConfigMap> configMaps;

    ClusterView(KubernetesClient client) {
        deployments = client.apps().deployments().inAnyNamespace().inform(counting());
        services = client.services().inAnyNamespace().inform(counting());
        secrets = client.secrets().inAnyNamespace().inform(counting());
        configMaps = client.configMaps().inAnyNamespace().inform(counting());
    }

    /** Rises with each change of anything watched. */
    long changes() {
        return changes.get();
    }

    List<Deployment> deployments() {
        return deployments.getStore().list();
    }

    List<Service> services(String namespace) {
        return services.getStore().list().stream()
                .filter(service -> service.getMetadata().getNamespace().equals(namespace))
                .toList();
    }

    Map<String, byte[]> secret(String namespace, String name, boolean optional) throws MissingObjectException {
        Secret found = secrets.getStore().getByKey(namespace + "/" + name);
        if (found == null || found.getData() == null) {
            return missing("Secret", namespace, name, optional);
        }
        return PodFiles.decoded(found.getData());
    }

    Map<String, byte[]> configMap(String namespace, String name, boolean optional) throws MissingObjectException {
        ConfigMap found = configMaps.getStore().getByKey(namespace + "/" + name);
        if (found == null || found.getData() == null) {
            return missing("ConfigMap", namespace, name, optional);
        }
        return PodFiles.encoded(found.getData());
    }

    private static Map<String, byte[]> missing(String kind, String namespace, String name, boolean optional)
            throws MissingObjectException {
        if (optional) {
            return Map.of();
        }
        throw new MissingObjectException(kind + " " + namespace + "/" + name + " is not there");
    }

    private <T> ResourceEventHandler<T> counting() {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(T added) {
                changes.incrementAndGet();
            }

            @Override
            public void onUpdate(T before, T after) {
                changes.incrementAndGet();
            }

            @Override
            public void onDelete(T deleted, boolean unknown) {
                changes.incrementAndGet();
            }
        };
    }

    @Override
    public void close() {
        List.of(deployments, services, secrets, configMaps).forEach(SharedIndexInformer::close);
    }
}
