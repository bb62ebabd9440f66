package dev.precinct.operator.cluster;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

/** The Kubernetes API as the operator uses it. All methods throw {@link dev.precinct.operator.failure.TenantException}. */
public interface ClusterObjects {
    Optional<Tenant> findTenant(String name);

    Optional<Namespace> findNamespace(String name);

    /** The object with the kind, namespace and name of this one; may be as old as the last event that arrived. */
    <T extends HasMetadata> Optional<T> find(T like);

    SecretContent readSecret(String namespace, String name);

    /** Server-side apply: what is in the object is owned, what was and no longer is goes. Gives what is there afterwards. */
    <T extends HasMetadata> T apply(T desired);

    /** Makes a Secret unless there is one of that name, and tells what is there afterwards. */
    SecretContent createOnce(Secret secret);

    void delete(HasMetadata like);

    /** How many replicas of the runtime are asked for, never older than this call. */
    int replicas(String namespace);

    /** Asks for so many replicas of the runtime, and leaves the rest of its Deployment alone. */
    void scale(String namespace, int replicas);

    /**
     * Lets the replicas of a Deployment stay as they are when it is next applied without them, though an apply had set them: an
     * operator of an earlier version, or the one that made it.
     */
    void keepReplicas(Deployment found);

    /** Puts the finalizer on. */
    void hold(Tenant tenant);

    /** Takes the finalizer off, if nobody changed the Tenant since it was read. */
    void release(Tenant tenant);

    void writeStatus(Tenant tenant, TenantStatus status);

    /** Tells the owner; a failure to do so is logged, never thrown. */
    void publish(Tenant tenant, OwnerEvent event);
}
