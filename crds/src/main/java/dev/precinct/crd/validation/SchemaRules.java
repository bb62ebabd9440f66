package dev.precinct.crd.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of its objects, as the API server would apply it: unknown fields, defaults, schema, CEL rules with {@code self}
 * and {@code oldSelf}. Instances may be shared between threads.
 */
public final class SchemaRules {
    private final String group;
    private final String kind;
    private final SchemaCheck schemaCheck = new SchemaCheck();
    private final Map<String, Version> versions = new LinkedHashMap<>();

    private record Version(JSONSchemaProps schema, RuleCheck rules) {}

    private SchemaRules(CustomResourceDefinition definition) {
        group = definition.getSpec().getGroup();
        kind = definition.getSpec().getNames().getKind();
        for (CustomResourceDefinitionVersion version : definition.getSpec().getVersions()) {
            JSONSchemaProps schema = version.getSchema().getOpenAPIV3Schema();
            versions.put(group + "/" + version.getName(), new Version(schema, RuleCheck.compiledFrom(schema)));
        }
    }

    /**
     * Compiles every rule once.
     *
     * @throws IllegalArgumentException if the definition uses what is not evaluated here, or a rule does not compile
     */
    public static SchemaRules of(CustomResourceDefinition definition) {
        return new SchemaRules(definition);
    }

    /**
     * All reasons to refuse the object; empty when it is valid. Unknown fields are reasons too, defaults count as given.
     *
     * @param old the object as stored; null for a new one
     */
    public List<Problem> problemsIn(JsonNode object, @Nullable JsonNode old) {
        var findings = new Findings();
        if (!(object instanceof ObjectNode)) {
            findings.block("", "must be an object with apiVersion, kind, metadata and spec");
            return findings.problems();
        }
        Optional<Version> version = versionOf(object);
        checkHead(object, version.isPresent(), findings);
        version.ifPresent(known -> checkBody(known, object, old, findings));
        return findings.problems();
    }

    private void checkHead(JsonNode object, boolean known, Findings findings) {
        if (!known) {
            findings.block(
                    "apiVersion",
                    "must be one of " + versions.keySet() + ", not "
                            + object.path("apiVersion").asText("absent"));
        }
        if (!kind.equals(object.path("kind").asText())) {
            findings.block("kind", "must be " + kind);
        }
        if (object.at("/metadata/name").asText().isEmpty()) {
            findings.block("metadata.name", "is required");
        }
    }

    private void checkBody(Version version, JsonNode object, @Nullable JsonNode old, Findings findings) {
        ObjectNode completed = object.deepCopy();
        Fields.prune(version.schema, completed).forEach(path -> findings.add(path, "is not a field of this kind"));
        Fields.fill(version.schema, completed);
        JsonNode before = old == null ? null : completed(version, old);
        Place root = Place.root(version.schema, completed, before);
        schemaCheck.check(root, findings);
        if (!findings.areBlocking()) {
            version.rules.check(root, findings);
        }
    }

    /** The object as the API server would store it: without unknown fields, with defaults. The given one is not changed. */
    public JsonNode withDefaults(JsonNode object) {
        return versionOf(object).map(version -> completed(version, object)).orElseGet(object::deepCopy);
    }

    private static JsonNode completed(Version version, JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (copy instanceof ObjectNode fields) {
            Fields.prune(version.schema, fields);
            Fields.fill(version.schema, fields);
        }
        return copy;
    }

    private Optional<Version> versionOf(JsonNode object) {
        return Optional.ofNullable(versions.get(object.path("apiVersion").asText()));
    }
}
