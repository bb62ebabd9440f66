package dev.precinct.local.kubernetes.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import java.util.List;

/**
 * What can be asked of a kind. Only as much as clients look for: which kind a path is about, and that a patch can be tried, names its
 * manager and can be strict. The strategic merge patch is not named: clients would need its marks in the schemas, and have their own for
 * Kubernetes' kinds.
 */
final class Operations {
    static final String KIND = "x-kubernetes-group-version-kind";
    private static final List<String> PATCH_PARAMETERS = List.of("dryRun", "fieldManager", "fieldValidation", "force");
    private static final List<String> PATCH_TYPES =
            List.of("application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json");

    private Operations() {}

    static ObjectNode kindOf(ResourceKind kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("group", kind.group())
                .put("version", kind.version())
                .put("kind", kind.names().kind());
    }

    /** Adds the paths of a kind's objects. */
    static void add(ObjectNode paths, String base, ResourceKind kind, String schema) {
        String collection = base
                + (kind.namespaced() ? "/namespaces/{namespace}/" : "/")
                + kind.names().plural();
        if (kind.namespaced()) {
            operation(paths.putObject(base + "/" + kind.names().plural()).putObject("get"), kind, "list", schema);
        }
        operation(paths.putObject(collection).putObject("get"), kind, "list", schema);
        ObjectNode one = paths.putObject(collection + "/{name}");
        operation(one.putObject("get"), kind, "get", schema);
        patch(one.putObject("patch"), kind, schema);
    }

    private static void operation(ObjectNode operation, ResourceKind kind, String action, String schema) {
        operation.put("x-kubernetes-action", action).set(KIND, kindOf(kind));
        operation
                .putObject("responses")
                .putObject("200")
                .put("description", "OK")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", Schemas.PREFIX + schema);
    }

    private static void patch(ObjectNode operation, ResourceKind kind, String schema) {
        operation(operation, kind, "patch", schema);
        ArrayNode parameters = operation.putArray("parameters");
        for (String name : PATCH_PARAMETERS) {
            ObjectNode parameter = parameters.addObject().put("name", name).put("in", "query");
            parameter.putObject("schema").put("type", name.equals("force") ? "boolean" : "string");
        }
        ObjectNode content = operation.putObject("requestBody").putObject("content");
        PATCH_TYPES.forEach(type -> content.putObject(type).putObject("schema").put("type", "object"));
    }
}
