package dev.precinct.crd.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed files are what the records say. With {@code -Dgenerate=true} they are written instead. */
class GeneratedFilesTest {
    private static final String ABOUT_TENANT =
            "One client of the platform: an isolated backend between its CMX appliance and its people.";

    private static String definition() {
        return CrdGeneration.yaml(
                Tenant.class,
                TenantSpec.class,
                ABOUT_TENANT,
                List.of("Phase", "Ready", "Runtime", "URL", "CMX", "Age"));
    }

    @Test
    void theDefinitionIsWhatTheRecordsSay() throws IOException {
        compareOrWrite(Path.of("generated", "tenants.precinct.dev-v1.yaml"), definition());
    }

    @Test
    void theReferenceIsWhatTheDefinitionSays() throws IOException {
        JSONSchemaProps schema = Serialization.unmarshal(definition(), CustomResourceDefinition.class)
                .getSpec()
                .getVersions()
                .getFirst()
                .getSchema()
                .getOpenAPIV3Schema();
        compareOrWrite(Path.of("docs", "tenant.md"), FieldReference.of("Tenant", schema, TenantSpec.class));
    }

    private static void compareOrWrite(Path file, String generated) throws IOException {
        if (Boolean.getBoolean("generate")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as("run mvn -pl crds -am test -Dtest=GeneratedFilesTest -Dgenerate=true and commit the result")
                .hasContent(generated);
    }
}
