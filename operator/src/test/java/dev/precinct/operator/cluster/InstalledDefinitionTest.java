package dev.precinct.operator.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import dev.precinct.operator.testing.DefinitionFields;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import org.junit.jupiter.api.Test;

class InstalledDefinitionTest {
    private final CustomResourceDefinition installed = TenantCrd.definition();

    @Test
    void theSameDefinitionLacksNothing() {
        assertThat(InstalledDefinition.missing(TenantCrd.definition(), installed))
                .isEmpty();
    }

    @Test
    void aNewerOneLacksNothing() {
        DefinitionFields.of(installed, "spec").getProperties().put("later", new JSONSchemaProps());

        assertThat(InstalledDefinition.missing(TenantCrd.definition(), installed))
                .isEmpty();
    }

    @Test
    void everyMissingFieldIsNamedAlsoInsideLists() {
        DefinitionFields.of(installed, "spec").getProperties().remove("cmx");
        DefinitionFields.of(installed, "spec", "permissions", "users")
                .getProperties()
                .remove("passwordSecret");

        assertThat(InstalledDefinition.missing(TenantCrd.definition(), installed))
                .containsExactly("spec.cmx", "spec.permissions.users[].passwordSecret");
    }

    @Test
    void aVersionThatIsNotServedIsMissing() {
        installed.getSpec().getVersions().getFirst().setServed(false);

        assertThat(InstalledDefinition.missing(TenantCrd.definition(), installed))
                .containsExactly("version v1alpha1");
    }
}
