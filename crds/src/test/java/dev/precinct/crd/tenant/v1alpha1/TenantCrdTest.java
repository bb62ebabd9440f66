package dev.precinct.crd.tenant.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TenantCrdTest {
    @Test
    void theJarHoldsTheCommittedBytes() {
        assertThat(Path.of("generated", "tenants.precinct.dev-v1.yaml")).hasContent(TenantCrd.yaml());
    }

    @Test
    void callersGetADefinitionOfTheirOwn() {
        TenantCrd.definition().getMetadata().setName("changed");
        assertThat(TenantCrd.definition().getMetadata().getName()).isEqualTo(TenantCrd.NAME);
    }

    @Test
    void peopleFindTenantsByShortNameAndCategoryAndSeeWhatMatters() {
        CustomResourceDefinition definition = TenantCrd.definition();
        assertThat(definition.getSpec().getScope()).isEqualTo("Cluster");
        assertThat(definition.getSpec().getNames().getShortNames()).containsExactly("tn");
        assertThat(definition.getSpec().getNames().getCategories()).containsExactly("precinct");
        assertThat(version().getAdditionalPrinterColumns())
                .extracting(CustomResourceColumnDefinition::getName)
                .containsExactly("Phase", "Ready", "Runtime", "URL", "CMX", "Age");
    }

    @Test
    void statusIsASubresourceAndItsConditionsAreKeyedByType() {
        JSONSchemaProps status = property(version().getSchema().getOpenAPIV3Schema(), "status");
        JSONSchemaProps conditions = property(status, "conditions");
        assertThat(version().getSubresources().getStatus()).isNotNull();
        assertThat(conditions.getXKubernetesListType()).isEqualTo("map");
        assertThat(conditions.getXKubernetesListMapKeys()).containsExactly("type");
        assertThat(conditions.getItems().getSchema().getRequired())
                .containsExactlyInAnyOrder("type", "status", "reason", "message", "lastTransitionTime");
    }

    /** kstatus takes an object without a status for one that is there as asked. */
    @Test
    void aNewTenantIsOneThatNobodyHasLookedAt() {
        JSONSchemaProps status = property(version().getSchema().getOpenAPIV3Schema(), "status");
        assertThat(status.getDefault()).hasToString("{\"observedGeneration\":-1}");
    }

    /** The API server refuses a rule whose worst case is too dear, and etcd an object that is too large. */
    @Test
    void everyTextAndListHasAMaximum() {
        var unbounded = new ArrayList<String>();
        collectUnbounded("", version().getSchema().getOpenAPIV3Schema(), unbounded);
        assertThat(unbounded).isEmpty();
    }

    @Test
    void everyRuleSaysWhatIsRight() {
        var silent = new ArrayList<String>();
        collectSilent("", version().getSchema().getOpenAPIV3Schema(), silent);
        assertThat(silent).isEmpty();
    }

    private static void collectUnbounded(String path, JSONSchemaProps schema, List<String> unbounded) {
        boolean open = switch (schema.getType()) {
            case "string" -> schema.getMaxLength() == null && schema.getEnum().isEmpty();
            case "array" -> schema.getMaxItems() == null;
            case "object" -> schema.getAdditionalProperties() != null;
            default -> false;
        };
        if (open) {
            unbounded.add(path);
        }
        schema.getProperties().forEach((name, inner) -> collectUnbounded(path + "." + name, inner, unbounded));
        if (schema.getItems() != null) {
            collectUnbounded(path + "[]", schema.getItems().getSchema(), unbounded);
        }
    }

    private static void collectSilent(String path, JSONSchemaProps schema, List<String> silent) {
        schema.getXKubernetesValidations().stream()
                .filter(rule -> rule.getMessage() == null || rule.getMessage().isBlank())
                .forEach(rule -> silent.add(path + ": " + rule.getRule()));
        schema.getProperties().forEach((name, inner) -> collectSilent(path + "." + name, inner, silent));
        if (schema.getItems() != null) {
            collectSilent(path + "[]", schema.getItems().getSchema(), silent);
        }
    }

    private static CustomResourceDefinitionVersion version() {
        return TenantCrd.definition().getSpec().getVersions().getFirst();
    }

    private static JSONSchemaProps property(JSONSchemaProps schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }
}
