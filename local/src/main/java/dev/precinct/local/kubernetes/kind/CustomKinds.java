package dev.precinct.local.kubernetes.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.schema.BuiltinSchemas;
import dev.precinct.local.kubernetes.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the kinds out of a CustomResourceDefinition: one for each served version. */
final class CustomKinds {
    private CustomKinds() {}

    static List<ResourceKind> of(ObjectNode definition, BuiltinSchemas schemas) {
        JsonNode spec = definition.path("spec");
        Names names = names(spec.path("names"));
        boolean namespaced = spec.path("scope").asText().equals("Namespaced");
        ObjectRules rules = CustomRules.of(definition);
        List<ResourceKind> kinds = new ArrayList<>();
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").booleanValue()) {
                JsonNode openApi = version.path("schema").path("openAPIV3Schema");
                Schema schema = openApi.isObject() ? schemas.custom(openApi) : Schema.UNTYPED;
                kinds.add(new ResourceKind(
                        spec.path("group").asText(),
                        version.path("name").asText(),
                        names,
                        namespaced,
                        traits(version.path("subresources")),
                        schema,
                        rules,
                        printerColumns(version.path("additionalPrinterColumns"))));
            }
        }
        return kinds;
    }

    private static Names names(JsonNode names) {
        return new Names(
                names.path("plural").asText(),
                names.path("singular").asText(names.path("kind").asText().toLowerCase(Locale.ROOT)),
                names.path("kind").asText(),
                texts(names.path("shortNames")),
                texts(names.path("categories")));
    }

    private static ResourceKind.Traits traits(JsonNode subresources) {
        JsonNode scale = subresources.path("scale");
        Optional<ScalePaths> paths = scale.isObject()
                ? Optional.of(new ScalePaths(
                        dotted(scale.path("specReplicasPath")),
                        dotted(scale.path("statusReplicasPath")),
                        dotted(scale.path("labelSelectorPath"))))
                : Optional.empty();
        return new ResourceKind.Traits(subresources.has("status"), true, true, paths);
    }

    private static List<PrinterColumn> printerColumns(JsonNode list) {
        return list.valueStream()
                .map(column -> new PrinterColumn(
                        column.path("name").asText(),
                        column.path("type").asText(),
                        column.path("format").asText(),
                        column.path("description").asText(),
                        column.path("priority").asInt(),
                        column.path("jsonPath").asText()))
                .toList();
    }

    private static String dotted(JsonNode path) {
        String text = path.asText();
        return text.startsWith(".") ? text.substring(1) : text;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(t -> texts.add(t.asText()));
        return texts;
    }
}
