package dev.precinct.crd.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Tenant that a released definition took is taken by this one. What must break goes into a new version. */
class CompatibilityTest {
    private static final Path BASELINE = Path.of("baseline");

    static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(BASELINE)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void whatWasReleasedStaysValid(Path file) throws IOException {
        CustomResourceDefinition before = read(file);
        CustomResourceDefinition now = TenantCrd.definition();
        assertThat(now.getSpec().getGroup()).isEqualTo(before.getSpec().getGroup());
        assertThat(now.getSpec().getScope()).isEqualTo(before.getSpec().getScope());
        assertThat(now.getSpec().getNames().getKind())
                .isEqualTo(before.getSpec().getNames().getKind());
        assertThat(now.getSpec().getNames().getPlural())
                .isEqualTo(before.getSpec().getNames().getPlural());
        for (CustomResourceDefinitionVersion version : before.getSpec().getVersions()) {
            assertThat(SchemaChange.breaks(schemaOf(before, version.getName()), schemaOf(now, version.getName())))
                    .isEmpty();
        }
    }

    /** A baseline is added at a release and never edited. */
    @Test
    void baselinesAreTheBytesThatWereReleased() throws Exception {
        List<String> listed = Files.readAllLines(BASELINE.resolve("SHA256SUMS"));
        assertThat(released()).isNotEmpty();
        for (Path file : released()) {
            String name = BASELINE.relativize(file).toString();
            assertThat(listed).contains(sha256(file) + "  " + name);
        }
        assertThat(listed).hasSameSizeAs(released());
    }

    @Test
    void whatWouldBreakIsSeen() {
        assertThat(breaksAfter(spec -> spec.getProperties().remove("hosts"))).containsExactly(".spec.hosts: gone");
        assertThat(breaksAfter(spec -> property(spec, "displayName").setMaxLength(99L)))
                .containsExactly(".spec.displayName: maximum length");
        assertThat(breaksAfter(spec -> property(spec, "displayName").setMinLength(2L)))
                .containsExactly(".spec.displayName: minimum length");
        assertThat(breaksAfter(spec -> property(spec, "runMode").getEnum().removeFirst()))
                .containsExactly(".spec.runMode: enum");
        assertThat(breaksAfter(spec -> property(spec, "timeZone").setDefault(null)))
                .containsExactly(".spec.timeZone: default");
        assertThat(breaksAfter(spec -> spec.setDefault(JsonNodeFactory.instance.objectNode())))
                .containsExactly(".spec: default");
        assertThat(breaksAfter(spec -> spec.getRequired().add("cmx"))).containsExactly(".spec: required fields");
        assertThat(breaksAfter(
                        spec -> property(spec, "hosts").getItems().getSchema().setPattern("^a")))
                .containsExactly(".spec.hosts[]: pattern");
        assertThat(breaksAfter(spec -> property(spec, "hosts")
                        .getXKubernetesValidations()
                        .getFirst()
                        .setRule("false")))
                .containsExactly(".spec.hosts: rules");
    }

    @Test
    void whatLoosensOrAddsBreaksNothing() {
        assertThat(breaksAfter(spec -> property(spec, "displayName").setMaxLength(200L)))
                .isEmpty();
        assertThat(breaksAfter(spec -> spec.getRequired().clear())).isEmpty();
        assertThat(breaksAfter(spec -> spec.getProperties().put("plan", new JSONSchemaProps())))
                .isEmpty();
        assertThat(breaksAfter(spec ->
                        property(spec, "hosts").getXKubernetesValidations().clear()))
                .isEmpty();
    }

    private static List<String> breaksAfter(Consumer<JSONSchemaProps> edit) {
        CustomResourceDefinition edited = TenantCrd.definition();
        edit.accept(property(schemaOf(edited, "v1alpha1"), "spec"));
        return SchemaChange.breaks(schemaOf(TenantCrd.definition(), "v1alpha1"), schemaOf(edited, "v1alpha1"));
    }

    private static JSONSchemaProps property(JSONSchemaProps schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }

    private static JSONSchemaProps schemaOf(CustomResourceDefinition definition, String version) {
        return definition.getSpec().getVersions().stream()
                .filter(served -> served.getName().equals(version) && Boolean.TRUE.equals(served.getServed()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no longer served: " + version))
                .getSchema()
                .getOpenAPIV3Schema();
    }

    private static CustomResourceDefinition read(Path file) throws IOException {
        return Serialization.unmarshal(Files.readString(file), CustomResourceDefinition.class);
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
