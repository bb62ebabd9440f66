package dev.precinct.operator.cluster;

import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API server through the fabric8 client: get, create, delete, apply patches, and merge patches where apply would own too much. */
public final class FabricClusterObjects implements ClusterObjects {
    private static final Logger LOG = LoggerFactory.getLogger(FabricClusterObjects.class);
    private static final int UNPROCESSABLE = 422;

    /** Owns status alone: an apply of one part never takes away the other. */
    private static final String STATUS_MANAGER = Labels.OPERATOR + "-status";

    /** Owns replicas that an apply had set, until they are next changed. */
    private static final String SCALE_MANAGER = Labels.OPERATOR + "-scale";

    private final KubernetesClient client;
    private final Clock clock;
    private final Map<Class<?>, Cache<?>> caches = new ConcurrentHashMap<>();

    public FabricClusterObjects(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** From now on objects of this kind are found in an informer's cache instead of by a request. */
    public <T extends HasMetadata> void findIn(Class<T> kind, Cache<T> cache) {
        caches.put(kind, cache);
    }

    @Override
    public Optional<Tenant> findTenant(String name) {
        return asked(() -> Optional.ofNullable(
                client.resources(Tenant.class).withName(name).get()));
    }

    @Override
    public Optional<Namespace> findNamespace(String name) {
        return asked(
                () -> Optional.ofNullable(client.namespaces().withName(name).get()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends HasMetadata> Optional<T> find(T like) {
        var cache = (Cache<T>) caches.get(like.getClass());
        return cache == null
                ? asked(() -> Optional.ofNullable(client.resource(like).get()))
                : cache.find(
                        like.getMetadata().getNamespace(), like.getMetadata().getName());
    }

    @Override
    public SecretContent readSecret(String namespace, String name) {
        try {
            Secret found =
                    client.secrets().inNamespace(namespace).withName(name).get();
            return found == null ? new SecretContent.Absent() : contentOf(found);
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                return new SecretContent.Unreadable();
            }
            throw sorted(e);
        }
    }

    @Override
    public <T extends HasMetadata> T apply(T desired) {
        return asked(() -> client.resource(desired).patch(applying(Labels.OPERATOR)));
    }

    @Override
    public SecretContent createOnce(Secret secret) {
        try {
            return contentOf(client.resource(secret).create());
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw sorted(e);
            }
            return readSecret(
                    secret.getMetadata().getNamespace(), secret.getMetadata().getName());
        }
    }

    @Override
    public void delete(HasMetadata like) {
        asked(() -> client.resource(like).delete());
    }

    @Override
    public int replicas(String namespace) {
        Integer asked = asked(() -> runtime(namespace).scale()).getSpec().getReplicas();
        return asked == null ? 0 : asked;
    }

    @Override
    public void scale(String namespace, int replicas) {
        String patch = "{\"spec\":{\"replicas\":%d}}".formatted(replicas);
        asked(() -> runtime(namespace).subresource("scale").patch(merging(), patch));
    }

    @Override
    public void keepReplicas(Deployment found) {
        if (!ReplicaOwnership.isOurs(found)) {
            return;
        }
        var replicas = new DeploymentBuilder()
                .withNewMetadata()
                .withName(found.getMetadata().getName())
                .withNamespace(found.getMetadata().getNamespace())
                .endMetadata()
                .withNewSpec()
                .withReplicas(found.getSpec().getReplicas())
                .endSpec()
                .build();
        asked(() -> client.resource(replicas).patch(applying(SCALE_MANAGER)));
    }

    private RollableScalableResource<Deployment> runtime(String namespace) {
        return client.apps().deployments().inNamespace(namespace).withName(TenantNames.RUNTIME);
    }

    @Override
    public void hold(Tenant tenant) {
        var held = named(tenant);
        held.getMetadata().setFinalizers(List.of(Tenant.FINALIZER));
        asked(() -> client.resource(held).patch(applying(Labels.OPERATOR)));
    }

    @Override
    public void release(Tenant tenant) {
        String others = tenant.getMetadata().getFinalizers().stream()
                .filter(finalizer -> !finalizer.equals(Tenant.FINALIZER))
                .map(finalizer -> '"' + finalizer + '"')
                .collect(java.util.stream.Collectors.joining(","));
        // With the resource version: a finalizer that somebody added meanwhile must not get lost.
        String patch = "{\"metadata\":{\"resourceVersion\":\"%s\",\"finalizers\":[%s]}}"
                .formatted(tenant.getMetadata().getResourceVersion(), others);
        asked(() -> client.resources(Tenant.class)
                .withName(tenant.getMetadata().getName())
                .patch(merging(), patch));
    }

    @Override
    public void writeStatus(Tenant tenant, TenantStatus status) {
        var reported = named(tenant);
        reported.setStatus(status);
        asked(() -> client.resource(reported).subresource("status").patch(applying(STATUS_MANAGER)));
    }

    @Override
    public void publish(Tenant tenant, OwnerEvent event) {
        try {
            client.resource(EventObjects.event(tenant, event, clock.instant())).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                LOG.warn("the event {} could not be written", event.reason().wire(), e);
            }
        }
    }

    /** A fresh object with nothing but its name: an apply owns what it holds. */
    private static Tenant named(Tenant tenant) {
        var named = new Tenant();
        named.getMetadata().setName(tenant.getMetadata().getName());
        // The UID makes the API server refuse to make a new Tenant where this one was deleted meanwhile.
        named.getMetadata().setUid(tenant.getMetadata().getUid());
        return named;
    }

    private static SecretContent contentOf(Secret secret) {
        return new SecretContent.Present(secret.getData() == null ? Map.of() : secret.getData());
    }

    private static PatchContext applying(String manager) {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(manager)
                .withForce(true)
                .build();
    }

    private static PatchContext merging() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager(Labels.OPERATOR)
                .build();
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (KubernetesClientException e) {
            throw sorted(e);
        }
    }

    /** Only the code is told on: an API server's message may repeat the object, and with it a secret. */
    private static TenantException sorted(KubernetesClientException e) {
        return switch (e.getCode()) {
            case 0 ->
                new TenantException.Transient(
                        TenantReason.KUBERNETES_UNREACHABLE, "the Kubernetes API does not answer", e);
            case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE ->
                new TenantException.OurBug(
                        "the Kubernetes API does not take what the operator sends (" + e.getCode() + ")", e);
            default ->
                new TenantException.Transient(
                        TenantReason.KUBERNETES_REFUSED, "the Kubernetes API answers " + e.getCode(), e);
        };
    }

    /** What an informer holds. */
    @FunctionalInterface
    public interface Cache<T> {
        Optional<T> find(String namespace, String name);
    }
}
