package dev.precinct.crd.generation;

import static dev.precinct.crd.generation.SchemaCompletion.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** From a resource's class to its definition. */
final class CrdGeneration {
    private static final String HEADER = "# Generated from the records in src/main/java; to write it anew:\n"
            + "# mvn -pl crds -am test -Dtest=GeneratedFilesTest -Dgenerate=true\n";

    /** Names of namespaces and hosts are made from it, with up to 13 characters more. */
    private static final long MAX_NAME = 50;

    /** kstatus takes an object without a status for one that is there as asked: a new one has to say that nobody has seen it yet. */
    private static final JsonNode NOT_LOOKED_AT =
            JsonNodeFactory.instance.objectNode().put("observedGeneration", -1);

    private CrdGeneration() {}

    /**
     * @param spec record of the spec
     * @param description of the kind, for {@code kubectl explain}
     * @param columns printer columns from left to right: the generator sorts them by path
     */
    static String yaml(
            Class<? extends CustomResource<?, ?>> kind,
            Class<? extends Record> spec,
            String description,
            List<String> columns) {
        CustomResourceDefinition definition = generated(kind);
        JSONSchemaProps root =
                definition.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
        JSONSchemaProps specSchema = property(root, "spec");
        JSONSchemaProps status = property(root, "status");
        root.setDescription(description);
        root.setRequired(List.of("spec"));
        limitName(root);
        specSchema.setDescription("What the owner asks for.");
        status.setDescription("What became of it; written by the operator.");
        SchemaCompletion.complete(root);
        SchemaCompletion.applyItemRules(spec, specSchema);
        SchemaCompletion.completeConditions(property(status, "conditions"));
        property(status, "observedGeneration").setFormat("int64");
        status.setDefault(NOT_LOOKED_AT);
        orderColumns(definition.getSpec().getVersions().getFirst().getAdditionalPrinterColumns(), columns);
        return HEADER + Serialization.asYaml(definition).replaceFirst("^---\n", "");
    }

    /** The only fields of metadata that a definition may speak of are the names. */
    private static void limitName(JSONSchemaProps root) {
        var name = new JSONSchemaProps();
        name.setType("string");
        name.setMaxLength(MAX_NAME);
        var metadata = new JSONSchemaProps();
        metadata.setType("object");
        metadata.setProperties(Map.of("name", name));
        root.getProperties().put("metadata", metadata);
    }

    private static void orderColumns(List<CustomResourceColumnDefinition> defined, List<String> order) {
        defined.sort(Comparator.comparing(column -> order.indexOf(column.getName())));
    }

    private static CustomResourceDefinition generated(Class<? extends CustomResource<?, ?>> kind) {
        var bytes = new ByteArrayOutputStream();
        new CRDGenerator()
                .forCRDVersions("v1")
                .customResourceClasses(List.of(kind))
                .withOutput(new MemoryOutput(bytes))
                .generate();
        return Serialization.unmarshal(bytes.toString(StandardCharsets.UTF_8), CustomResourceDefinition.class);
    }

    private record MemoryOutput(ByteArrayOutputStream bytes) implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {
        @Override
        public ByteArrayOutputStream outputFor(String crdName) {
            return bytes;
        }

        @Override
        public void close() {}
    }
}
