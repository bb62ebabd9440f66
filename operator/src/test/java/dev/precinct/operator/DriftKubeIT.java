package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestTenants;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever somebody deletes or edits of what the operator made is put back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftKubeIT {
    private OperatorRig rig;

    @BeforeAll
    void start() throws IOException {
        rig = new OperatorRig();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            RoleBinding.class,
            ServiceAccount.class,
            ResourceQuota.class,
            LimitRange.class,
            NetworkPolicy.class,
            ConfigMap.class,
            Secret.class,
            Deployment.class,
            Service.class);

    @Test
    void everyDeletedObjectComesBackAsItWas() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        var client = rig.cluster.administrator();
        var before = managed(client, tenant);
        assertThat(before).hasSizeGreaterThanOrEqualTo(13);

        before.forEach(
                (key, object) -> client.resource(object).withGracePeriod(0).delete());

        await().untilAsserted(() -> assertThat(managed(client, tenant).keySet()).isEqualTo(before.keySet()));
        rig.tenants.await(tenant, TenantPhase.READY);
        // Whether the password is the old one depends on whether a pass had read it before: role and Secret agree in
        // any case.
        await().ignoreExceptions().untilAsserted(() -> {
            var login = rig.tenants.secret(tenant, "database");
            String database = TenantNames.of(tenant).login();
            try (var connection = rig.postgres.login(database, login.get("username"), login.get("password"))) {
                assertThat(connection.isValid(1)).isTrue();
            }
        });
    }

    @Test
    void everyEditIsUndone() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        String namespace = TenantNames.of(tenant).namespace();

        editEach(rig.cluster.administrator(), namespace);

        // A policy is made anew, so there is a moment without.
        await().ignoreExceptions().untilAsserted(() -> {
            assertObjectsAreAsRendered(rig.cluster.administrator(), namespace);
            assertThat(rig.tenants.secret(tenant, "assertion-keys").get("jwks.json"))
                    .contains("\"keys\"");
        });
    }

    private static void editEach(KubernetesClient client, String namespace) {
        client.network()
                .v1()
                .networkPolicies()
                .inNamespace(namespace)
                .withName("default-deny")
                .edit(policy -> {
                    policy.getSpec()
                            .setEgress(new ArrayList<>(List.of(
                                    new io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule())));
                    return policy;
                });
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("runtime")
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"runtime\",\"image\":\"evil:1\"}]}}}}");
        client.services().inNamespace(namespace).withName("runtime").edit(service -> {
            service.getSpec().setSelector(Map.of("app", "other"));
            return service;
        });
        client.configMaps().inNamespace(namespace).withName("permissions").edit(map -> {
            map.setData(Map.of("permissions.json", "{}"));
            return map;
        });
        client.secrets().inNamespace(namespace).withName("assertion-keys").edit(secret -> {
            secret.setData(Map.of("jwks.json", "e30="));
            return secret;
        });
        client.namespaces().withName(namespace).edit(found -> {
            found.getMetadata().getLabels().put("pod-security.kubernetes.io/enforce", "privileged");
            return found;
        });
        // By patches: the cluster's controllers write the status of these two all the time.
        client.resourceQuotas()
                .inNamespace(namespace)
                .withName("tenant")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"hard\":{\"pods\":\"100\"}}}");
    }

    private static void assertObjectsAreAsRendered(KubernetesClient client, String namespace) {
        assertThat(client.network()
                        .v1()
                        .networkPolicies()
                        .inNamespace(namespace)
                        .withName("default-deny")
                        .require()
                        .getSpec()
                        .getEgress())
                .isEmpty();
        assertThat(client.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withName("runtime")
                        .require()
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .isEqualTo("precinct/tenant-runtime:test");
        assertThat(client.services()
                        .inNamespace(namespace)
                        .withName("runtime")
                        .require()
                        .getSpec()
                        .getSelector())
                .containsEntry("app.kubernetes.io/name", "tenant-runtime");
        assertThat(String.valueOf(client.configMaps()
                        .inNamespace(namespace)
                        .withName("permissions")
                        .require()
                        .getData()))
                .contains("admin");
        assertThat(client.namespaces()
                        .withName(namespace)
                        .require()
                        .getMetadata()
                        .getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(client.resourceQuotas()
                        .inNamespace(namespace)
                        .withName("tenant")
                        .require()
                        .getSpec()
                        .getHard()
                        .get("pods"))
                .hasToString("6");
    }

    private static Map<String, HasMetadata> managed(KubernetesClient client, Tenant tenant) {
        var found = new TreeMap<String, HasMetadata>();
        for (var kind : KINDS) {
            client.resources(kind)
                    .inNamespace(TenantNames.of(tenant).namespace())
                    .withLabel("app.kubernetes.io/managed-by", "precinct-operator")
                    .list()
                    .getItems()
                    .forEach(object -> found.put(
                            object.getKind() + "/" + object.getMetadata().getName(), object));
        }
        return found;
    }
}
