package dev.precinct.operator.testing;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.cluster.SecretContent;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A cluster in memory. It can be told to let the operator die at its n-th write. */
public final class TestingClusterObjects implements ClusterObjects {
    private final Map<String, HasMetadata> objects = new TreeMap<>();
    private final Map<String, Tenant> tenants = new TreeMap<>();
    private final List<OwnerEvent> events = new ArrayList<>();
    private final Set<String> applied = new HashSet<>();
    private int writes;
    private int dieAt = -1;
    private boolean nodeWorks = true;

    /** The operator ended between two writes. */
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    public void put(Tenant tenant) {
        tenants.put(tenant.getMetadata().getName(), tenant);
    }

    public void put(HasMetadata object) {
        objects.put(key(object), object);
    }

    /** As the API server does: a held one is only marked. */
    public void deleteTenant(String name) {
        Tenant tenant = Objects.requireNonNull(tenants.get(name));
        tenant.getMetadata().setDeletionTimestamp(TenantFixtures.CLOCK.instant().toString());
        if (!tenant.hasFinalizer(Tenant.FINALIZER)) {
            tenants.remove(name);
        }
    }

    public void remove(HasMetadata object) {
        objects.remove(key(object));
    }

    /** From here on, the n-th write does not happen any more. */
    public void dieAtWrite(int number) {
        writes = 0;
        dieAt = number;
    }

    public void live() {
        dieAt = -1;
    }

    /** From now on no Deployment gets what it asks for; what runs goes on. */
    public void nodeGoesDown() {
        nodeWorks = false;
    }

    public void nodeComesBack() {
        nodeWorks = true;
        objects.replaceAll((_, object) -> object instanceof Deployment runtime ? rolledOut(runtime) : object);
    }

    public int writes() {
        return writes;
    }

    public List<OwnerEvent> events() {
        return events;
    }

    /** Kind/namespace/name of everything there is. */
    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    public Secret secret(String namespace, String name) {
        return (Secret) Objects.requireNonNull(objects.get("Secret/" + namespace + "/" + name));
    }

    @Override
    public Optional<Tenant> findTenant(String name) {
        return Optional.ofNullable(tenants.get(name)).map(TestingClusterObjects::copied);
    }

    @Override
    public Optional<Namespace> findNamespace(String name) {
        return find(new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends HasMetadata> Optional<T> find(T like) {
        return Optional.ofNullable((T) objects.get(key(like)));
    }

    @Override
    public SecretContent readSecret(String namespace, String name) {
        var like = new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .build();
        return find(like)
                .<SecretContent>map(secret -> new SecretContent.Present(secret.getData()))
                .orElseGet(SecretContent.Absent::new);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends HasMetadata> T apply(T desired) {
        write();
        T stored = desired instanceof Deployment runtime ? (T) withStatus(withReplicas(runtime)) : desired;
        objects.put(key(desired), stored);
        return stored;
    }

    @Override
    public SecretContent createOnce(Secret secret) {
        if (find(secret).isEmpty()) {
            write();
            put(secret);
        }
        return readSecret(
                secret.getMetadata().getNamespace(), secret.getMetadata().getName());
    }

    @Override
    public void delete(HasMetadata like) {
        write();
        objects.remove(key(like));
        if (like instanceof Namespace) {
            objects.keySet()
                    .removeIf(key -> key.contains("/" + like.getMetadata().getName() + "/"));
        }
    }

    @Override
    public int replicas(String namespace) {
        return runtime(namespace).getSpec().getReplicas();
    }

    @Override
    public void scale(String namespace, int replicas) {
        if (replicas(namespace) != replicas) {
            write();
            put(withStatus(with(runtime(namespace), replicas)));
            applied.remove(key(runtime(namespace)));
        }
    }

    @Override
    public void keepReplicas(Deployment found) {
        applied.remove(key(found));
    }

    private Deployment runtime(String namespace) {
        return (Deployment) Objects.requireNonNull(objects.get("Deployment/" + namespace + "/runtime"));
    }

    private static Deployment with(Deployment runtime, int replicas) {
        return new DeploymentBuilder(runtime)
                .editSpec()
                .withReplicas(replicas)
                .endSpec()
                .build();
    }

    /** As server-side apply does it: what only an apply had set goes back to the default when it is no longer applied. */
    private Deployment withReplicas(Deployment runtime) {
        Integer wanted = runtime.getSpec().getReplicas();
        if (wanted != null) {
            applied.add(key(runtime));
            return runtime;
        }
        boolean dropped = applied.remove(key(runtime));
        return with(
                runtime,
                dropped
                        ? 1
                        : find(runtime)
                                .map(found -> found.getSpec().getReplicas())
                                .orElse(1));
    }

    @Override
    public void hold(Tenant tenant) {
        write();
        stored(tenant).addFinalizer(Tenant.FINALIZER);
    }

    @Override
    public void release(Tenant tenant) {
        write();
        Tenant stored = stored(tenant);
        stored.removeFinalizer(Tenant.FINALIZER);
        if (stored.isMarkedForDeletion() && new HashSet<>(stored.getMetadata().getFinalizers()).isEmpty()) {
            tenants.remove(tenant.getMetadata().getName());
        }
    }

    @Override
    public void writeStatus(Tenant tenant, TenantStatus status) {
        write();
        stored(tenant).setStatus(status);
    }

    @Override
    public void publish(Tenant tenant, OwnerEvent event) {
        if (!event.once() || !events.contains(event)) {
            events.add(event);
        }
    }

    private Tenant stored(Tenant tenant) {
        return Objects.requireNonNull(tenants.get(tenant.getMetadata().getName()));
    }

    private Deployment withStatus(Deployment runtime) {
        var before = find(runtime);
        long generation =
                before.map(found -> found.getMetadata().getGeneration()).orElse(0L);
        boolean same = before.filter(found -> found.getSpec().equals(runtime.getSpec()))
                .isPresent();
        var stored = new DeploymentBuilder(runtime)
                .editMetadata()
                .withGeneration(same ? generation : generation + 1)
                .endMetadata()
                .withStatus(before.map(Deployment::getStatus).orElse(null))
                .build();
        return nodeWorks ? rolledOut(stored) : stored;
    }

    private static Deployment rolledOut(Deployment runtime) {
        int replicas = runtime.getSpec().getReplicas();
        return new DeploymentBuilder(runtime)
                .withNewStatus()
                .withObservedGeneration(runtime.getMetadata().getGeneration())
                .withReplicas(replicas)
                .withUpdatedReplicas(replicas)
                .withReadyReplicas(replicas)
                .withAvailableReplicas(replicas)
                .endStatus()
                .build();
    }

    private void write() {
        writes++;
        if (dieAt >= 0 && writes >= dieAt) {
            throw new Death();
        }
    }

    private static Tenant copied(Tenant tenant) {
        return Serialization.clone(tenant);
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
    }
}
