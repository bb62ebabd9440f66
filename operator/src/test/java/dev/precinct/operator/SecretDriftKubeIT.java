package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestTenants;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Secrets are not watched (docs/decisions/0021): what is done to them is put right in the tenant's next pass, whatever causes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretDriftKubeIT {
    private static final String CREDENTIALS = "secret-drift-cmx";

    private OperatorRig rig;

    @BeforeAll
    void start() throws IOException {
        rig = new OperatorRig();
        rig.give(CREDENTIALS, Map.of("username", "cmx", "password", "first"));
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void withoutAnyOtherEventTheResyncPutsSecretsRight() {
        Tenant tenant = settled();
        var before = secrets(tenant);

        spoil(tenant);

        awaitRight(tenant, before);
    }

    @Test
    void anyEventOfTheTenantPutsSecretsRightLongBeforeTheResync() throws IOException {
        rig.stopOperator();
        try (var operator = rig.startProcess("operator-without-resync", Map.of("PRECINCT_RESYNC", "PT24H"))) {
            await().untilAsserted(() ->
                    assertThat(operator.isReady()).as(operator.log()).isTrue());
            Tenant tenant = settled();
            var before = secrets(tenant);
            spoil(tenant);

            rig.cluster
                    .administrator()
                    .serviceAccounts()
                    .inNamespace(TenantNames.of(tenant).namespace())
                    .withName("runtime")
                    .delete();

            awaitRight(tenant, before);
        } finally {
            rig.startOperator();
        }
    }

    /** All that the operator writes for it is there, so that no step of its making puts anything right. */
    private Tenant settled() {
        var tenant = rig.tenants.ready(TestTenants.withCmx("http://localhost:1", CREDENTIALS));
        assertThat(rig.tenants.hasSecret(tenant, TenantNames.CMX)).isTrue();
        return tenant;
    }

    /** Edits what is copied from elsewhere, deletes what is copied or was generated. */
    private void spoil(Tenant tenant) {
        var secrets = client().secrets().inNamespace(TenantNames.of(tenant).namespace());
        secrets.withName(TenantNames.ASSERTION_KEYS).edit(secret -> {
            secret.setData(Map.of("jwks.json", "e30="));
            return secret;
        });
        secrets.withName(TenantNames.CMX).edit(secret -> {
            secret.getData().put("password", "ZXZpbA==");
            return secret;
        });
        secrets.withName(TenantNames.REDIS).edit(secret -> {
            secret.getData().put("username", "ZXZpbA==");
            return secret;
        });
        secrets.withName(TenantNames.DATABASE).delete();
        secrets.withName(TenantNames.USER_PASSWORDS).delete();
        secrets.withName(TenantNames.NOTIFICATIONS).delete();
    }

    /** The copies are as they were. A password that was thrown away is another now, and the server knows it. */
    private void awaitRight(Tenant tenant, Map<String, Map<String, String>> before) {
        await().ignoreExceptions().untilAsserted(() -> {
            var now = secrets(tenant);
            assertThat(now.keySet()).isEqualTo(before.keySet());
            for (String copy : new String[] {TenantNames.ASSERTION_KEYS, TenantNames.CMX, TenantNames.REDIS}) {
                assertThat(now.get(copy)).as(copy).isEqualTo(before.get(copy));
            }
            assertThat(now.get(TenantNames.USER_PASSWORDS)).containsOnlyKeys("admin");
            var login = rig.tenants.secret(tenant, TenantNames.DATABASE);
            String database = TenantNames.of(tenant).login();
            try (var connection = rig.postgres.login(database, login.get("username"), login.get("password"))) {
                assertThat(connection.isValid(1)).isTrue();
            }
        });
    }

    private Map<String, Map<String, String>> secrets(Tenant tenant) {
        var found = new TreeMap<String, Map<String, String>>();
        client().secrets()
                .inNamespace(TenantNames.of(tenant).namespace())
                .withLabel("app.kubernetes.io/managed-by", "precinct-operator")
                .list()
                .getItems()
                .forEach((Secret secret) -> found.put(secret.getMetadata().getName(), secret.getData()));
        return found;
    }

    private KubernetesClient client() {
        return rig.cluster.administrator();
    }
}
