package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestTenants;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A tenant goes: with its data, without it, during its creation, with servers away, and by force. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionKubeIT {
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
    void withDeleteNothingIsLeft() throws SQLException {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        var names = TenantNames.of(tenant);
        rig.redisCli("set", "t:" + names.id() + ":live", "x");

        rig.tenants.delete(tenant);
        rig.tenants.awaitGone(tenant);

        assertThat(rig.postgresHas(names.login())).isFalse();
        assertThat(rig.redisCli("keys", "*" + names.id() + "*")).isEmpty();
        assertThat(rig.redisCli("acl", "users")).doesNotContain(names.login());
        assertThat(rig.cluster
                        .administrator()
                        .namespaces()
                        .withName(names.namespace())
                        .get())
                .isNull();
        assertThat(rig.tenants.told(tenant)).contains("DataDeleted");
    }

    @Test
    void withRetainTheOperatorSaysWhatStays() throws SQLException {
        var tenant = rig.tenants.ready(TestTenants.with(TestTenants.smallest(), OnDelete.RETAIN));
        var names = TenantNames.of(tenant);
        rig.redisCli("set", "t:" + names.id() + ":live", "x");

        rig.tenants.delete(tenant);
        rig.tenants.awaitGone(tenant);

        assertThat(rig.postgresHas(names.login())).isTrue();
        assertThat(rig.redisCli("keys", "*" + names.id() + "*")).isNotEmpty();
        assertThat(rig.tenants.told(tenant)).containsOnlyOnce("DataRetained");
    }

    @Test
    void aTenantThatIsDeletedWhileItIsMadeIsGoneToo() throws SQLException {
        var tenant = rig.tenants.create(TestTenants.smallest());
        var names = TenantNames.of(tenant);
        await().until(() -> rig.cluster
                        .administrator()
                        .namespaces()
                        .withName(names.namespace())
                        .get()
                != null);

        rig.tenants.delete(tenant);
        rig.tenants.awaitGone(tenant);

        assertThat(rig.postgresHas(names.login())).isFalse();
        assertThat(rig.redisCli("acl", "users")).doesNotContain(names.login());
    }

    @Test
    void aNamesakeComesToAnEmptyHouse() {
        var first = rig.tenants.ready(TestTenants.smallest());
        String password = rig.tenants.secret(first, "database").get("password");
        rig.tenants.delete(first);
        rig.tenants.awaitGone(first);

        var second = rig.tenants.create(first.getMetadata().getName(), TestTenants.smallest());
        second = rig.tenants.await(second, TenantPhase.READY);

        assertThat(TenantNames.of(second).login())
                .isNotEqualTo(TenantNames.of(first).login());
        assertThat(rig.tenants.secret(second, "database").get("password")).isNotEqualTo(password);
    }

    @Test
    void withPostgresAwayADeletionWaitsAndGoesOnWhenItIsBack() throws SQLException {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        rig.postgres.stop();
        try {
            rig.tenants.delete(tenant);
            rig.tenants.await(tenant, ConditionTypes.DATABASE_READY, "False", "DatabaseUnreachable");
            rig.tenants.await(tenant, TenantPhase.DELETING);
        } finally {
            rig.postgres.start();
        }

        rig.tenants.awaitGone(tenant);

        assertThat(rig.postgresHas(TenantNames.of(tenant).login())).isFalse();
    }

    @Test
    void aDeletionCanBeForcedAndTheOperatorSaysWhatItLeaves() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        rig.postgres.stop();
        try {
            rig.tenants.delete(tenant);
            rig.tenants.await(tenant, ConditionTypes.DATABASE_READY, "False", "DatabaseUnreachable");
            rig.tenants.annotate(tenant, TenantNames.FORCE_DELETE, "true");
            rig.tenants.awaitGone(tenant);
        } finally {
            rig.postgres.start();
        }
        assertThat(rig.tenants.told(tenant)).contains("DataLeftBehind");
    }

    @Test
    void anOperatorThatIsStartedInTheMiddleFinishes() throws Exception {
        var made = rig.tenants.create(TestTenants.smallest());
        await().until(() -> rig.cluster
                        .administrator()
                        .namespaces()
                        .withName(TenantNames.of(made).namespace())
                        .get()
                != null);
        rig.stopOperator();
        rig.startOperator();
        var ready = rig.tenants.await(made, TenantPhase.READY);

        rig.tenants.delete(ready);
        await().until(() -> rig.tenants
                .find(ready)
                .map(found -> found.getStatus().phase() == TenantPhase.DELETING)
                .orElse(true));
        rig.stopOperator();
        rig.startOperator();

        rig.tenants.awaitGone(ready);
        assertThat(rig.postgresHas(TenantNames.of(ready).login())).isFalse();
    }
}
