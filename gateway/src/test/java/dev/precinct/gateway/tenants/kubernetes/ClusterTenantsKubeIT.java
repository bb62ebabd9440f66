package dev.precinct.gateway.tenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.crd.tenant.v1alpha1.AdministratorSpec;
import dev.precinct.crd.tenant.v1alpha1.PermissionsSpec;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.gateway.tenants.Tenants;
import dev.precinct.gateway.tenants.TenantsContract;
import dev.precinct.gateway.testing.GatewayAccount;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTenantsKubeIT extends TenantsContract {
    private static final String DOMAIN = "precinct.test";

    private GatewayAccount account;
    private KubernetesClient client;
    private ClusterTenants tenants;

    @BeforeAll
    void follow() throws IOException {
        account = new GatewayAccount();
        client = account.client(account.url());
        tenants = new ClusterTenants(client, DOMAIN);
    }

    @AfterAll
    void stop() {
        tenants.close();
        client.close();
        account.close();
    }

    private static Tenant tenant(String name, List<String> hosts, String... finalizers) {
        var tenant = new Tenant();
        tenant.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withFinalizers(finalizers)
                .build());
        var permissions = new PermissionsSpec(null, null, null, null, new AdministratorSpec("admin", null));
        tenant.setSpec(new TenantSpec("Test", null, null, null, null, permissions, null, null, hosts));
        return tenant;
    }

    private Resource<Tenant> stored(String name) {
        return account.administrator().resources(Tenant.class).withName(name);
    }

    @Override
    protected void create(String name, List<String> hosts) {
        account.administrator().resource(tenant(name, hosts)).create();
    }

    @Override
    protected void change(String name, List<String> hosts) {
        stored(name).edit(before -> {
            before.setSpec(tenant(name, hosts).getSpec());
            return before;
        });
    }

    @Override
    protected void delete(String name) {
        stored(name).delete();
    }

    @Override
    protected Tenants tenants() {
        return tenants;
    }

    @Test
    void aTenantThatIsBeingDeletedIsGoneBeforeItsObjectIs() {
        account.administrator()
                .resource(tenant("leaving", List.of(), "precinct.dev/tenant"))
                .create();
        Awaitility.await()
                .until(() -> tenants.findByHost("leaving.precinct.test").isPresent());
        delete("leaving");
        Awaitility.await()
                .until(() -> tenants.findByHost("leaving.precinct.test").isEmpty());
        assertThat(stored("leaving").get().getMetadata().getDeletionTimestamp()).isNotNull();
        stored("leaving").edit(before -> {
            before.getMetadata().setFinalizers(List.of());
            return before;
        });
    }

    @Test
    void theShippedRightsAllowNothingElse() {
        assertThatThrownBy(() -> client.secrets().inAnyNamespace().list())
                .isInstanceOf(KubernetesClientException.class);
        assertThatThrownBy(() -> client.pods().inNamespace("precinct-system").list())
                .isInstanceOf(KubernetesClientException.class);
        assertThatThrownBy(() -> client.resource(tenant("forbidden", List.of())).create())
                .isInstanceOf(KubernetesClientException.class);
    }

    /** A gateway may be up before the API, and outlive it. */
    @Test
    void anApiThatComesLaterIsFoundAndOneThatGoesLeavesWhatWasKnown() throws Exception {
        create("patient", List.of());
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var late = account.client("https://127.0.0.1:" + port);
                var following = new ClusterTenants(late, DOMAIN)) {
            Thread.sleep(1_000); // time to fail at least once
            assertThat(following.synced()).isFalse();
            try (var relay = new Relay(port, URI.create(account.url()))) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() ->
                                following.findByHost("patient.precinct.test").isPresent());
                assertThat(relay.isOpen()).isTrue();
            }
            assertThat(following.findByHost("patient.precinct.test")).isPresent();
        } finally {
            delete("patient");
        }
    }

    /** Passes connections on to the API server for as long as it is open. */
    private static final class Relay implements AutoCloseable {
        private final ServerSocket server;
        private final URI target;
        private final List<Socket> sockets = new java.util.concurrent.CopyOnWriteArrayList<>();

        Relay(int port, URI target) throws IOException {
            this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            this.target = target;
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    var near = server.accept();
                    var far = new Socket(target.getHost(), target.getPort());
                    sockets.addAll(List.of(near, far));
                    copy(near.getInputStream(), far.getOutputStream());
                    copy(far.getInputStream(), near.getOutputStream());
                }
            } catch (IOException e) {
                return; // closed
            }
        }

        private static void copy(InputStream in, OutputStream out) {
            Thread.ofVirtual().start(() -> {
                try {
                    in.transferTo(out);
                } catch (IOException e) {
                    return; // one of the two ended
                }
            });
        }

        boolean isOpen() {
            return !server.isClosed();
        }

        @Override
        public void close() throws IOException {
            server.close();
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}
