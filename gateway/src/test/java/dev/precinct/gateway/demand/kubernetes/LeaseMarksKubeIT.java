package dev.precinct.gateway.demand.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.crd.meta.DemandLease;
import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.AdministratorSpec;
import dev.precinct.crd.tenant.v1alpha1.PermissionsSpec;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.gateway.demand.DemandMarks;
import dev.precinct.gateway.demand.DemandMarksContract;
import dev.precinct.gateway.testing.GatewayAccount;
import dev.precinct.tenancy.TenantId;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With the rights that are shipped, and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseMarksKubeIT extends DemandMarksContract {
    private static final String NAMESPACE = "precinct-system";

    private GatewayAccount account;
    private KubernetesClient client;

    @BeforeAll
    void connect() throws IOException {
        account = new GatewayAccount();
        client = account.client(account.url());
    }

    @AfterAll
    void disconnect() {
        client.close();
        account.close();
    }

    @AfterEach
    void clear() {
        account.administrator().resources(Tenant.class).withName("marks-acme").delete();
        lease("marks-acme").delete();
    }

    @Override
    protected DemandMarks marks() {
        return new LeaseMarks(client, NAMESPACE, "gateway-1", Clock.systemUTC());
    }

    @Override
    protected TenantId create(String name) {
        var tenant = new Tenant();
        tenant.getMetadata().setName(name);
        tenant.setSpec(new TenantSpec(
                "Test",
                null,
                null,
                null,
                null,
                new PermissionsSpec(null, null, null, null, new AdministratorSpec("admin", null)),
                null,
                null,
                null));
        return TenantId.ofUid(
                account.administrator().resource(tenant).create().getMetadata().getUid());
    }

    @Override
    protected Optional<String> seen(String tenant) {
        return Optional.ofNullable(lease(tenant).get())
                .map(lease -> lease.getSpec().getRenewTime().toString());
    }

    private Resource<Lease> lease(String tenant) {
        return account.administrator()
                .resources(Lease.class)
                .inNamespace(NAMESPACE)
                .withName(DemandLease.nameOf(tenant));
    }

    @Test
    void aLeaseNamesItsTenantAndGoesWithIt() throws Exception {
        var acme = site("marks-acme");
        marks().mark(acme, IDLE);
        var lease = lease("marks-acme").require();
        assertThat(lease.getMetadata().getLabels())
                .containsEntry(Labels.TENANT, "marks-acme")
                .containsEntry(Labels.MANAGED_BY, Labels.GATEWAY);
        var tenant = account.administrator()
                .resources(Tenant.class)
                .withName("marks-acme")
                .require();
        assertThat(lease.getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(owner -> assertThat(owner.getUid())
                        .isEqualTo(tenant.getMetadata().getUid()));
    }

    @Test
    void aMarkThatWasTakenAwayIsMadeAnew() throws Exception {
        var acme = site("marks-acme");
        marks().mark(acme, IDLE);
        lease("marks-acme").delete();
        marks().mark(acme, IDLE);
        assertThat(seen("marks-acme")).isPresent();
    }

    @Test
    void noLeaseMayBeListedOrDeletedAndNoneElsewhereMade() {
        assertThatThrownBy(() ->
                        client.resources(Lease.class).inNamespace(NAMESPACE).list())
                .isInstanceOf(KubernetesClientException.class);
        assertThatThrownBy(() -> client.resources(Lease.class)
                        .inNamespace(NAMESPACE)
                        .withName("precinct-operator")
                        .delete())
                .isInstanceOf(KubernetesClientException.class);
        assertThatThrownBy(() -> client.resources(Lease.class)
                        .inNamespace("kube-system")
                        .withName("any")
                        .get())
                .isInstanceOf(KubernetesClientException.class);
    }
}
