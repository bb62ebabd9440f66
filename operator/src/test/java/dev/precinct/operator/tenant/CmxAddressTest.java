package dev.precinct.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.resources.NetworkResources;
import dev.precinct.operator.testing.PassRig;
import dev.precinct.operator.testing.TenantFixtures;
import dev.precinct.operator.testing.TestTenants;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A URL that leads into the cluster: what the owner is told, and what is never opened. */
class CmxAddressTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);

    private final PassRig rig = new PassRig();

    @Test
    void anEditToAnAddressOfTheClusterIsRefusedAndWhatRanGoesOn() {
        rig.ready(TenantFixtures.full());

        rig.edit(at("http://kubernetes.default.svc:443", List.of()));
        rig.settle();

        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.INVALID);
        assertThat(condition(ConditionTypes.SPEC_VALID).getMessage())
                .startsWith("spec.cmx.url: kubernetes.default.svc is a name inside this cluster; right is ")
                .endsWith("what ran before goes on");
        assertThat(condition(ConditionTypes.STALLED).getStatus()).isEqualTo("True");
        assertThat(condition(ConditionTypes.READY).getStatus()).isEqualTo("True");
        assertThat(openings()).contains("192.0.2.7/32", "8443");
    }

    @Test
    void aNewTenantWithSuchAUrlGetsNothing() {
        rig.with(at("http://169.254.169.254", List.of()));
        rig.addresses = List.of("169.254.169.254");

        rig.settle();

        assertThat(rig.cluster.keys()).containsExactly("Secret/precinct-system/assertion-signing-key");
    }

    /** Whoever owns the name may turn it round at any time. */
    @Test
    void aNameThatTurnsIntoTheClusterIsToldAndNeverOpened() {
        rig.ready(TenantFixtures.full());

        rig.addresses = List.of("10.42.0.9", "192.0.2.8");
        rig.settle();

        assertThat(condition(ConditionTypes.SPEC_VALID).getMessage())
                .startsWith("spec.cmx.url: cmx.acme.example leads to 10.42.0.9, which is an address of this cluster");
        assertThat(openings()).contains("192.0.2.8/32").doesNotContain("10.42.0.9");
    }

    @Test
    void aSpecFromBeforeThisRuleOpensNothingInsideTheCluster() {
        for (var spec : List.of(
                at("http://postgres.precinct-system.svc:5432", List.of()),
                at("http://10.96.0.1", List.of()),
                at("http://cmx.acme.example", List.of("0.0.0.0/0")))) {
            rig.ready(TenantFixtures.full());
            rig.accepted(spec);

            rig.settle();

            assertThat(condition(ConditionTypes.SPEC_VALID).getStatus()).isEqualTo("False");
            // Names, its own pods, PostgreSQL and Redis.
            assertThat(egress()).hasSize(4);
        }
    }

    @Test
    void theSimulatorThatIsVouchedForIsOpened() {
        rig.ready(at("http://simulator.precinct-system.svc:8083", List.of()));

        assertThat(openings()).contains("8083", "app.kubernetes.io/name: \"simulator\"");
    }

    private static TenantSpec at(String url, List<String> egressCidrs) {
        return TenantFixtures.withCmx(TenantFixtures.full(), url, egressCidrs);
    }

    private String openings() {
        return Serialization.asYaml(egress());
    }

    private List<NetworkPolicyEgressRule> egress() {
        var policy = (NetworkPolicy) rig.cluster
                .find(NetworkResources.openings(NAMES, TenantFixtures.PLATFORM, List.of()))
                .orElseThrow();
        return policy.getSpec().getEgress();
    }

    private Condition condition(String type) {
        return TestTenants.condition(rig.tenant(), type).orElseThrow();
    }
}
