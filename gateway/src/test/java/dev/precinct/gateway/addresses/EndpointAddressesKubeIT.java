package dev.precinct.gateway.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.gateway.testing.GatewayAccount;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Slices as the cluster's controller writes them, put there by hand: no pods run here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointAddressesKubeIT {
    private static final String NAMESPACE = "tenant-endpoints";

    private GatewayAccount account;
    private KubernetesClient client;
    private EndpointAddresses addresses;

    @BeforeAll
    void follow() throws IOException {
        account = new GatewayAccount();
        account.administrator()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .serverSideApply();
        client = account.client(account.url());
        addresses = new EndpointAddresses(client);
    }

    @AfterAll
    void stop() {
        addresses.close();
        client.close();
        account.administrator().namespaces().withName(NAMESPACE).delete();
        account.close();
    }

    private static EndpointSliceBuilder slice(String name) {
        return new EndpointSliceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .addToLabels("kubernetes.io/service-name", "runtime")
                .endMetadata()
                .withAddressType("IPv4")
                .addNewPort()
                .withName("http")
                .withPort(8080)
                .endPort()
                .addNewPort()
                .withName("health")
                .withPort(8081)
                .endPort();
    }

    private static io.fabric8.kubernetes.api.model.discovery.v1.Endpoint pod(
            String address, boolean ready, boolean serving, boolean terminating) {
        return new EndpointBuilder()
                .withAddresses(address)
                .withNewConditions()
                .withReady(ready)
                .withServing(serving)
                .withTerminating(terminating)
                .endConditions()
                .build();
    }

    private void put(EndpointSlice slice) {
        account.administrator()
                .resource(slice)
                .fieldManager("test")
                .forceConflicts()
                .serverSideApply();
    }

    private void awaitAddress(Optional<String> expected) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                addresses.find(NAMESPACE, RuntimeAddresses.HTTP).map(InetSocketAddress::toString))
                        .isEqualTo(expected));
    }

    private static Optional<String> at(String address) {
        return Optional.of(InetSocketAddress.createUnresolved(address, 8080).toString());
    }

    @Test
    void aPodIsKnownBeforeItIsReadyAndOneThatEndsIsTheLastChoice() {
        awaitAddress(Optional.empty());
        put(slice("runtime-1")
                .withEndpoints(pod("10.9.0.1", false, false, false))
                .build());
        awaitAddress(at("10.9.0.1"));
        assertThat(addresses.find(NAMESPACE, RuntimeAddresses.HEALTH).map(InetSocketAddress::getPort))
                .hasValue(8081);

        put(slice("runtime-2").withEndpoints(pod("10.9.0.2", true, true, false)).build());
        awaitAddress(at("10.9.0.2"));

        put(slice("runtime-2").withEndpoints(pod("10.9.0.2", false, true, true)).build());
        awaitAddress(at("10.9.0.1"));

        account.administrator().resource(slice("runtime-1").build()).delete();
        awaitAddress(at("10.9.0.2"));
        account.administrator().resource(slice("runtime-2").build()).delete();
        awaitAddress(Optional.empty());
    }

    @Test
    void otherServicesOfTheNamespaceAreNotTaken() {
        put(slice("other")
                .editMetadata()
                .addToLabels("kubernetes.io/service-name", "other")
                .endMetadata()
                .withEndpoints(pod("10.9.0.9", true, true, false))
                .build());
        put(slice("runtime-3").withEndpoints(pod("10.9.0.3", true, true, false)).build());
        awaitAddress(at("10.9.0.3"));
        account.administrator().resource(slice("runtime-3").build()).delete();
        awaitAddress(Optional.empty());
        account.administrator().resource(slice("other").build()).delete();
    }

    @Test
    void aServiceWithoutAPodHasNoAddress() {
        put(slice("runtime-4").withEndpoints(pod("10.9.0.4", true, true, false)).build());
        awaitAddress(at("10.9.0.4"));

        put(slice("runtime-4").withPorts(List.of()).withEndpoints(List.of()).build());
        awaitAddress(Optional.empty());

        account.administrator().resource(slice("runtime-4").build()).delete();
    }
}
