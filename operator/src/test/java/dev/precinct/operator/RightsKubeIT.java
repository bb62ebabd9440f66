package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestCluster;
import dev.precinct.operator.testing.TestTenants;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rights that are shipped: enough, as all other tests show, and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsKubeIT {
    private OperatorRig rig;

    @BeforeAll
    void start() throws IOException {
        rig = new OperatorRig();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void theOperatorReadsNoSecretElsewhereAndMakesNobodyAnAdministrator() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        String namespace = TenantNames.of(tenant).namespace();
        try (var operator = rig.cluster.asOperator()) {
            denied(() -> operator.secrets().inAnyNamespace().list());
            denied(() -> operator.secrets().inNamespace("kube-system").list());
            denied(() ->
                    operator.secrets().inNamespace("default").withName("any").get());
            denied(() -> operator.secrets().inNamespace(namespace).list());
            denied(() -> operator.pods().inNamespace(namespace).list());
            denied(() -> operator.rbac().clusterRoles().list());
            denied(() -> operator.resource(binding("default", "cluster-admin")).create());
            denied(() -> operator.resource(binding(namespace, "admin")).create());
            denied(() -> operator.apps()
                    .deployments()
                    .inNamespace("default")
                    .withName("x")
                    .get());
            denied(() -> operator.serviceAccounts()
                    .inNamespace("default")
                    .withName("default")
                    .get());
            assertThat(operator.secrets()
                            .inNamespace(namespace)
                            .withName("database")
                            .get())
                    .isNotNull();
        }
    }

    private static RoleBinding binding(String namespace, String role) {
        return new io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder()
                .withNewMetadata()
                .withName("intruder")
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                .addNewSubject(null, "ServiceAccount", "operator", TestCluster.PLATFORM)
                .build();
    }

    private static void denied(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getCode()).isEqualTo(403));
    }
}
