package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestCluster;
import dev.precinct.operator.testing.TestTenants;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Servers go and come, Secrets are missing, lack a key, appear, change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsKubeIT {
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
    void withPostgresAwayATenantWaitsAndIsMadeWhenItIsBack() {
        rig.postgres.stop();
        Tenant tenant;
        try {
            tenant = rig.tenants.create(TestTenants.smallest());
            rig.tenants.await(tenant, ConditionTypes.DATABASE_READY, "False", "DatabaseUnreachable");
            rig.tenants.await(tenant, ConditionTypes.REDIS_READY, "True", "Provisioned");
        } finally {
            rig.postgres.start();
        }
        rig.tenants.await(tenant, TenantPhase.READY);
    }

    @Test
    void aReadyTenantIsDegradedWhilePostgresIsAway() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        rig.postgres.stop();
        try {
            rig.tenants.await(tenant, TenantPhase.DEGRADED);
        } finally {
            rig.postgres.start();
        }
        rig.tenants.await(tenant, TenantPhase.READY);
    }

    @Test
    void aRedisThatForgotItsUsersGetsThemBack() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        String user = TenantNames.of(tenant).login();
        rig.redis.stop();
        rig.tenants.await(tenant, ConditionTypes.REDIS_READY, "False", "RedisUnreachable");

        rig.redis.start();

        await().until(() -> rig.redisCli("acl", "users").contains(user));
        rig.tenants.await(tenant, TenantPhase.READY);
    }

    @Test
    void aSecretMayBeMissingLackAKeyAppearAndChange() {
        String secret = "cmx-" + UUID.randomUUID();
        var tenant = rig.tenants.create(TestTenants.withCmx("http://localhost:1", secret));
        assertThat(rig.tenants
                        .await(tenant, ConditionTypes.CREDENTIALS_READY, "False", "SecretMissing")
                        .getMessage())
                .contains(secret);
        rig.tenants.await(tenant, TenantPhase.DEGRADED);

        rig.give(secret, Map.of("username", "u"));
        assertThat(rig.tenants
                        .await(tenant, ConditionTypes.CREDENTIALS_READY, "False", "SecretKeyMissing")
                        .getMessage())
                .contains(secret, "password");

        rig.give(secret, Map.of("username", "u", "password", "first", "unknown", "x"));
        rig.tenants.await(tenant, ConditionTypes.CREDENTIALS_READY, "True", "CredentialsCopied");
        assertThat(rig.tenants.secret(tenant, "cmx").byKey()).isEqualTo(Map.of("username", "u", "password", "first"));
        rig.tenants.await(tenant, TenantPhase.READY);

        rig.give(secret, Map.of("username", "u", "password", "second", "apiUsername", "a", "apiPassword", "b"));
        await().untilAsserted(() -> assertThat(rig.tenants.secret(tenant, "cmx").byKey())
                .containsEntry("password", "second")
                .containsEntry("apiUsername", "a"));
    }

    @Test
    void aCmxInsideTheClusterIsRefusedByNameAndByAddress() {
        for (String url : List.of("https://kubernetes.default.svc", "http://169.254.169.254", "http://127.0.0.1:1")) {
            var tenant = rig.tenants.create(TestTenants.withCmx(url, "any"));

            assertThat(rig.tenants
                            .await(tenant, ConditionTypes.SPEC_VALID, "False", "SpecInvalid")
                            .getMessage())
                    .startsWith("spec.cmx.url: ")
                    .contains("outside this cluster");
            rig.tenants.await(tenant, ConditionTypes.STALLED, "True", "SpecInvalid");
        }
    }

    @Test
    void aUserMayBringAPassword() {
        String secret = "ana-" + UUID.randomUUID();
        rig.give(secret, Map.of("password", "her own"));
        var tenant = rig.tenants.ready(TestTenants.withUser(new UserSpec("ana", "staff", null, null, null, secret)));

        assertThat(rig.tenants.secret(tenant, "user-passwords").get("ana")).isEqualTo("her own");
    }

    @Test
    void theSigningKeyIsMadeOnceAndSurvivesARestart() throws IOException {
        var client = rig.cluster.administrator();
        var before = client.secrets()
                .inNamespace(TestCluster.PLATFORM)
                .withName(TenantNames.SIGNING_KEY)
                .require();
        assertThat(before.getData()).containsOnlyKeys("private.jwk", "jwks.json");

        rig.stopOperator();
        rig.startOperator();

        assertThat(client.secrets()
                        .inNamespace(TestCluster.PLATFORM)
                        .withName(TenantNames.SIGNING_KEY)
                        .require())
                .isEqualTo(before);
    }
}
