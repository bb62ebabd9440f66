package dev.precinct.operator.tenant.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.TenantFixtures;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);

    @Test
    void whatTheApiServerAddsIsNoDrift() {
        var desired = RuntimeResources.deployment(NAMES, "image", Map.of("A", "1"));
        var found = new DeploymentBuilder(desired)
                .editMetadata()
                .withResourceVersion("7")
                .withUid("x")
                .addToAnnotations("deployment.kubernetes.io/revision", "1")
                .endMetadata()
                .editSpec()
                .withRevisionHistoryLimit(10)
                .editTemplate()
                .editSpec()
                .withDnsPolicy("ClusterFirst")
                .endSpec()
                .endTemplate()
                .endSpec()
                .withNewStatus()
                .withReplicas(1)
                .endStatus()
                .build();

        assertThat(Drift.between(desired, found)).isFalse();
    }

    /** A sleeping runtime has none, and an HPA may want more: neither is ours to put back. */
    @Test
    void anotherNumberOfReplicasIsNoDrift() {
        var desired = RuntimeResources.deployment(NAMES, "image", Map.of("A", "1"));
        for (int replicas : new int[] {0, 1, 3}) {
            var found = new DeploymentBuilder(desired)
                    .editSpec()
                    .withReplicas(replicas)
                    .endSpec()
                    .build();
            assertThat(Drift.between(desired, found)).isFalse();
        }
    }

    @Test
    void anEditedFieldIsDrift() {
        var desired = RuntimeResources.deployment(NAMES, "image", Map.of("A", "1"));

        assertThat(Drift.between(
                        desired,
                        new DeploymentBuilder(desired)
                                .editSpec()
                                .editTemplate()
                                .editSpec()
                                .editContainer(0)
                                .withEnv(new EnvVar("A", "2", null))
                                .endContainer()
                                .endSpec()
                                .endTemplate()
                                .endSpec()
                                .build()))
                .isTrue();
    }

    @Test
    void whatWeNoLongerWantIsDriftToo() {
        var before = map(Map.of("a", "1", "b", "2"));
        var now = map(Map.of("a", "1"));

        assertThat(Drift.between(now, before)).isTrue();
        assertThat(Drift.between(map(Map.of("a", "1")), now)).isFalse();
    }

    @Test
    void aVariableThatSomebodyAddsIsLeftToHim() {
        var desired = RuntimeResources.deployment(NAMES, "image", Map.of("A", "1"));
        var found = new DeploymentBuilder(desired)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editContainer(0)
                .addToEnv(0, new EnvVar("OTHER", "x", null))
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();

        assertThat(Drift.between(desired, found)).isFalse();
    }

    @Test
    void aPolicyThatSomebodyWidensOrNarrowsIsDrift() {
        var desired = NetworkResources.nothing(NAMES);
        var widened = new NetworkPolicyBuilder(desired)
                .editSpec()
                .addNewEgress()
                .endEgress()
                .endSpec()
                .build();
        var narrowed = new NetworkPolicyBuilder(desired)
                .editSpec()
                .withNewPodSelector()
                .addToMatchLabels("app", "other")
                .endPodSelector()
                .endSpec()
                .build();
        var openings = NetworkResources.openings(NAMES, "precinct-system", List.of());
        var anyPort = new NetworkPolicyBuilder(openings)
                .editSpec()
                .editEgress(0)
                .addNewTo()
                .withNewPodSelector()
                .endPodSelector()
                .endTo()
                .endEgress()
                .endSpec()
                .build();

        assertThat(Drift.between(desired, widened)).isTrue();
        assertThat(Drift.between(desired, narrowed)).isTrue();
        assertThat(Drift.between(openings, anyPort)).isTrue();
        assertThat(Drift.between(openings, openings)).isFalse();
    }

    @Test
    void markingTwiceIsTheSameAsMarkingOnce() {
        var marked = map(Map.of("a", "1"));
        String first = marked.getMetadata().getAnnotations().get(Drift.MARK);

        assertThat(Drift.marked(marked).getMetadata().getAnnotations()).containsEntry(Drift.MARK, first);
    }

    private static ConfigMap map(Map<String, String> data) {
        return Drift.marked(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("map")
                .endMetadata()
                .withData(data)
                .build());
    }
}
