package dev.precinct.local.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The schemas of Kubernetes' own kinds, taken from a real API server's OpenAPI documents and cut to what merging needs. */
public final class BuiltinSchemas {
    private static final String FILE = "builtin-schemas.json";
    private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private final Map<String, JsonNode> definitions = new HashMap<>();
    private final JsonNode kinds;

    private BuiltinSchemas(JsonNode document) {
        document.path("schemas").properties().forEach(e -> definitions.put(e.getKey(), e.getValue()));
        kinds = document.path("kinds");
    }

    public static BuiltinSchemas read() {
        try (InputStream in = BuiltinSchemas.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            return new BuiltinSchemas(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a kind, named like {@code apps/v1/Deployment} or {@code v1/Secret}. */
    public Schema of(String apiVersionAndKind) {
        JsonNode name = kinds.get(apiVersionAndKind);
        if (name == null) {
            throw new IllegalArgumentException("no schema for " + apiVersionAndKind);
        }
        return Schema.of(definition(name.asText()), definitions);
    }

    /** A custom kind's own schema, with the metadata that every kind has. */
    public Schema custom(JsonNode openApi) {
        JsonNode text = new ObjectMapper().createObjectNode().put("type", "string");
        JsonNode metadata = new ObjectMapper().createObjectNode().put("$ref", METADATA);
        return Schema.of(openApi, definitions)
                .with(Map.of("apiVersion", text, "kind", text, "metadata", metadata), definitions);
    }

    private JsonNode definition(String name) {
        JsonNode definition = definitions.get(name);
        if (definition == null) {
            throw new IllegalStateException(FILE + " lacks " + name);
        }
        return definition;
    }
}
