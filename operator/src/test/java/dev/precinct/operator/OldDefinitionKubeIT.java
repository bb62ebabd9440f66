package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import dev.precinct.operator.testing.DefinitionFields;
import dev.precinct.operator.testing.OperatorRig;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator that was upgraded before the definition. */
class OldDefinitionKubeIT {
    @Test
    void writesNothingAndSaysWhatIsMissing() throws Exception {
        try (var rig = new OperatorRig()) {
            rig.stopOperator();
            var older = TenantCrd.definition();
            DefinitionFields.of(older, "spec").getProperties().remove("runMode");
            var definitions = rig.cluster.administrator().apiextensions().v1().customResourceDefinitions();
            var installed = definitions.withName(TenantCrd.NAME).get();
            try {
                older.getMetadata().setResourceVersion(installed.getMetadata().getResourceVersion());
                definitions.resource(older).update();
                try (var operator = rig.startProcess("operator-newer", Map.of())) {
                    await().untilAsserted(() ->
                            assertThat(operator.isRunning()).as(operator.log()).isFalse());
                    assertThat(operator.log()).contains("older than this operator: it lacks spec.runMode");
                }
            } finally {
                var restored = TenantCrd.definition();
                restored.getMetadata()
                        .setResourceVersion(definitions
                                .withName(TenantCrd.NAME)
                                .get()
                                .getMetadata()
                                .getResourceVersion());
                definitions.resource(restored).update();
            }
        }
    }
}
