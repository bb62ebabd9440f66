package dev.precinct.operator.tenant.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.network.PlatformServices;
import dev.precinct.operator.testing.TenantFixtures;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkResourcesTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);
    private static final String PLATFORM = "precinct-system";
    private static final PlatformServices SERVICES =
            PlatformServices.parse(PLATFORM, List.of("redis.data.svc=app=redis,role=primary"));

    @Test
    void atFirstNothingIsOpenInEitherDirection() {
        var spec = NetworkResources.nothing(NAMES).getSpec();

        assertThat(spec.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(spec.getIngress()).isEmpty();
        assertThat(spec.getEgress()).isEmpty();
        assertThat(spec.getPodSelector().getMatchLabels()).isEmpty();
    }

    @Test
    void gatewayAndOperatorGetInToOnePortEach() {
        var ingress =
                NetworkResources.openings(NAMES, PLATFORM, List.of()).getSpec().getIngress();

        assertThat(ingress).hasSize(3);
        assertThat(Serialization.asYaml(ingress.get(1)))
                .contains("app.kubernetes.io/name: \"gateway\"", "8080", PLATFORM);
        assertThat(Serialization.asYaml(ingress.get(2)))
                .contains("app.kubernetes.io/name: \"operator\"", "8081", PLATFORM);
    }

    @Test
    void namesAreAskedOfTheClusterOnBothPortsAndProtocols() {
        var dns = NetworkResources.openings(NAMES, PLATFORM, List.of())
                .getSpec()
                .getEgress()
                .getFirst();

        assertThat(dns.getPorts())
                .extracting(port -> port.getProtocol() + port.getPort().getIntVal())
                .containsExactly("UDP53", "TCP53", "UDP5353", "TCP5353");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres.data.svc, namespace data",
        "postgres.data.svc.cluster.local, namespace data",
        "simulator, namespace precinct-system",
        "10.1.2.3, 10.1.2.3/32",
        "2001:db8::1, 2001:db8::1/128",
        "cmx.acme.example, 192.0.2.1/32 192.0.2.2/32",
        "localhost, 192.0.2.1/32 192.0.2.2/32"
    })
    void aDestinationIsOpenedByWhatAPolicyCanSee(String host, String expected) {
        var destination = Destination.of(host, 5432, SERVICES, List.of("192.0.2.2", "192.0.2.1"));

        var opened = destination.peers().stream()
                .map(peer -> peer.getIpBlock() != null
                        ? peer.getIpBlock().getCidr()
                        : "namespace "
                                + String.join(
                                        "",
                                        peer.getNamespaceSelector()
                                                .getMatchLabels()
                                                .values()))
                .toList();
        assertThat(String.join(" ", opened)).isEqualTo(expected);
    }

    @Test
    void whatHasNoAddressOpensNothing() {
        var unknown = Destination.of("cmx.acme.example", 443, SERVICES, List.of());

        assertThat(NetworkResources.openings(NAMES, PLATFORM, List.of(unknown))
                        .getSpec()
                        .getEgress())
                .hasSameSizeAs(NetworkResources.openings(NAMES, PLATFORM, List.of())
                        .getSpec()
                        .getEgress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis.data.svc", "redis.data.svc.cluster.local."})
    void aServiceWhosePodsAreKnownIsOpenedByThemAlone(String host) {
        assertThat(Destination.of(host, 6379, SERVICES, List.of()).peers())
                .singleElement()
                .satisfies(peer -> {
                    assertThat(peer.getNamespaceSelector().getMatchLabels()).containsValue("data");
                    assertThat(peer.getPodSelector().getMatchLabels())
                            .isEqualTo(Map.of("app", "redis", "role", "primary"));
                });
    }
}
