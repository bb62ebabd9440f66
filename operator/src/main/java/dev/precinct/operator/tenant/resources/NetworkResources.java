package dev.precinct.operator.tenant.resources;

import dev.precinct.crd.meta.Labels;
import dev.precinct.operator.naming.TenantNames;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who may talk with a tenant's pods: nobody, and then one opening after the other. */
public final class NetworkResources {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    /** Beside 53 the port that CoreDNS listens on where it does not run as root: policies speak of the pod's port. */
    private static final List<Integer> DNS_PORTS = List.of(53, 5353);

    private NetworkResources() {}

    /** Selects every pod and allows nothing: what no other policy opens stays shut. */
    public static NetworkPolicy nothing(TenantNames names) {
        return Drift.marked(policy(names, "default-deny").build());
    }

    /** @param destinations what the runtime has to reach outside its namespace */
    public static NetworkPolicy openings(
            TenantNames names, String platformNamespace, Collection<Destination> destinations) {
        var egress = new ArrayList<NetworkPolicyEgressRule>();
        egress.add(names("kube-system"));
        egress.add(new NetworkPolicyEgressRuleBuilder().withTo(ownPods()).build());
        destinations.stream()
                .filter(destination -> !destination.peers().isEmpty())
                .map(destination -> new NetworkPolicyEgressRuleBuilder()
                        .withTo(destination.peers())
                        .withPorts(port("TCP", destination.port()))
                        .build())
                .forEach(egress::add);
        return Drift.marked(policy(names, "openings")
                .editSpec()
                .withIngress(
                        new NetworkPolicyIngressRuleBuilder()
                                .withFrom(ownPods())
                                .build(),
                        from(platformNamespace, "gateway", RuntimeResources.HTTP_PORT),
                        from(platformNamespace, "operator", RuntimeResources.HEALTH_PORT))
                .withEgress(egress)
                .endSpec()
                .build());
    }

    static NetworkPolicyPeer namespace(String name) {
        return new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .withMatchLabels(Map.of(NAMESPACE_NAME, name))
                .endNamespaceSelector()
                .build();
    }

    static NetworkPolicyPeer pods(String namespace, Map<String, String> labels) {
        return new NetworkPolicyPeerBuilder(namespace(namespace))
                .withNewPodSelector()
                .withMatchLabels(labels)
                .endPodSelector()
                .build();
    }

    static NetworkPolicyPeer block(String cidr) {
        return new NetworkPolicyPeerBuilder()
                .withNewIpBlock()
                .withCidr(cidr)
                .endIpBlock()
                .build();
    }

    private static NetworkPolicyBuilder policy(TenantNames names, String name) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(names.namespace())
                .withLabels(names.labels())
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec();
    }

    private static NetworkPolicyEgressRule names(String dnsNamespace) {
        var ports = DNS_PORTS.stream()
                .flatMap(number -> List.of(port("UDP", number), port("TCP", number)).stream())
                .toList();
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(namespace(dnsNamespace))
                .withPorts(ports)
                .build();
    }

    private static NetworkPolicyIngressRule from(String namespace, String unit, int port) {
        return new NetworkPolicyIngressRuleBuilder()
                .withFrom(pods(namespace, Map.of(Labels.NAME, unit)))
                .withPorts(port("TCP", port))
                .build();
    }

    private static NetworkPolicyPeer ownPods() {
        return new NetworkPolicyPeerBuilder()
                .withNewPodSelector()
                .endPodSelector()
                .build();
    }

    private static NetworkPolicyPort port(String protocol, int number) {
        return new NetworkPolicyPortBuilder()
                .withProtocol(protocol)
                .withPort(new IntOrString(number))
                .build();
    }
}
