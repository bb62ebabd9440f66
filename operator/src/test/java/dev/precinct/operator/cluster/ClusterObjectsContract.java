package dev.precinct.operator.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the operator relies on of a cluster, real or in memory. */
public abstract class ClusterObjectsContract {
    protected final String name = "c" + UUID.randomUUID().toString().substring(0, 8);

    protected abstract ClusterObjects cluster();

    /** Makes a Tenant of this contract's name. */
    protected abstract void createTenant();

    protected abstract void deleteTenant();

    @Test
    void whatWasAppliedIsFoundAndWhatIsNoLongerInItIsGone() {
        cluster().apply(map(Map.of("a", "1", "b", "2")));
        cluster().apply(map(Map.of("a", "3")));

        assertThat(cluster().find(map(Map.of())).orElseThrow().getData()).isEqualTo(Map.of("a", "3"));

        cluster().delete(map(Map.of()));
        assertThat(cluster().find(map(Map.of()))).isEmpty();
    }

    @Test
    void aSecretIsMadeOnce() {
        assertThat(cluster().readSecret(TestCluster.PLATFORM, name)).isInstanceOf(SecretContent.Absent.class);

        cluster().createOnce(secret("first"));

        assertThat(cluster().createOnce(secret("second")).find("key")).hasValue("first");
        assertThat(cluster().readSecret(TestCluster.PLATFORM, name).find("key")).hasValue("first");
        assertThat(cluster().readSecret(TestCluster.PLATFORM, name).toString()).doesNotContain("first");
        cluster().delete(secret("first"));
    }

    @Test
    void aHeldTenantOutlivesItsStatusAndItsDeletionUntilItIsReleased() {
        createTenant();
        cluster().hold(found());
        cluster().writeStatus(found(), status(TenantPhase.PENDING));
        cluster().writeStatus(found(), status(TenantPhase.READY));
        assertThat(found().getFinalizers()).containsExactly(Tenant.FINALIZER);
        assertThat(found().getStatus().phase()).isEqualTo(TenantPhase.READY);
        assertThat(found().getSpec().displayName()).isEqualTo("Test");

        deleteTenant();
        cluster().writeStatus(found(), status(TenantPhase.DELETING));
        assertThat(found().isMarkedForDeletion()).isTrue();
        assertThat(found().getFinalizers()).containsExactly(Tenant.FINALIZER);

        cluster().release(found());

        assertThat(cluster().findTenant(name)).isEmpty();
    }

    /** An apply without replicas would put those back that an apply before had set. */
    @Test
    void replicasStayAsTheyWereScaledWhateverIsApplied() {
        cluster().apply(runtime("first", 0));
        Deployment made = cluster().find(runtime("first", null)).orElseThrow();
        cluster().keepReplicas(made);
        cluster().apply(runtime("second", null));
        assertThat(cluster().replicas(TestCluster.PLATFORM)).isZero();

        cluster().scale(TestCluster.PLATFORM, 1);
        cluster().apply(runtime("third", null));
        assertThat(cluster().replicas(TestCluster.PLATFORM)).isEqualTo(1);

        cluster().scale(TestCluster.PLATFORM, 0);
        cluster().keepReplicas(cluster().find(runtime("third", null)).orElseThrow());
        cluster().apply(runtime("fourth", null));
        assertThat(cluster().replicas(TestCluster.PLATFORM)).isZero();
        cluster().delete(made);
    }

    @Test
    void anApplyThatNoLongerSetsReplicasPutsThemBackUnlessTheyAreKept() {
        cluster().apply(runtime("first", 0));
        cluster().apply(runtime("second", null));
        assertThat(cluster().replicas(TestCluster.PLATFORM)).isEqualTo(1);
        cluster().delete(runtime("second", null));
    }

    private static Deployment runtime(String image, @Nullable Integer replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(TenantNames.RUNTIME)
                .withNamespace(TestCluster.PLATFORM)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(Map.of("app", "contract"))
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Map.of("app", "contract"))
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    @Test
    void newsMayBeToldTwice() {
        createTenant();
        var news = OwnerEvent.good(TenantReason.DATA_RETAINED, "kept").toldOnce();
        cluster().publish(found(), news);
        cluster().publish(found(), news);
        deleteTenant();
        assertThat(cluster().findTenant(name)).isEmpty();
    }

    private Tenant found() {
        return cluster().findTenant(name).orElseThrow();
    }

    private static TenantStatus status(TenantPhase phase) {
        return new TenantStatus(1L, phase, null, null, null, null, null, null, null, null);
    }

    private ConfigMap map(Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(TestCluster.PLATFORM)
                .endMetadata()
                .withData(data)
                .build();
    }

    private Secret secret(String value) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(TestCluster.PLATFORM)
                .endMetadata()
                .withData(Map.of("key", SecretContent.encoded(value)))
                .build();
    }
}
