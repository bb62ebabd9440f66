package dev.precinct.local.kubernetes.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The few rules of Kubernetes' own kinds that a client of local mode may run into. */
final class BuiltinRules {
    private static final ObjectRules NONE = (object, old) -> List.of();
    private static final String IMMUTABLE = "field is immutable";

    private BuiltinRules() {}

    static ObjectRules of(String kind) {
        return switch (kind) {
            case "Deployment", "ReplicaSet" -> BuiltinRules::workload;
            case "Secret" -> BuiltinRules::secret;
            case "ConfigMap" -> (object, old) -> data(object, "data");
            case "Service" -> BuiltinRules::service;
            case "RoleBinding", "ClusterRoleBinding" -> BuiltinRules::binding;
            case "CustomResourceDefinition" -> (object, old) -> CustomRules.problemsOf(object);
            case "Pod" -> (object, old) -> containers(object.path("spec"), "spec");
            default -> NONE;
        };
    }

    private static List<Cause> workload(ObjectNode object, @Nullable ObjectNode old) {
        List<Cause> causes = new ArrayList<>();
        JsonNode spec = object.path("spec");
        JsonNode labels = spec.path("selector").path("matchLabels");
        JsonNode template = spec.path("template").path("metadata").path("labels");
        if (!spec.path("selector").isObject()) {
            causes.add(Cause.required("spec.selector", ""));
        } else if (!labels.properties().stream().allMatch(e -> e.getValue().equals(template.get(e.getKey())))) {
            causes.add(Cause.invalid(
                    "spec.template.metadata.labels",
                    template.toString(),
                    "`selector` does not match template `labels`"));
        }
        if (old != null && !old.path("spec").path("selector").equals(spec.path("selector"))) {
            causes.add(Cause.invalid("spec.selector", spec.path("selector").toString(), IMMUTABLE));
        }
        causes.addAll(containers(spec.path("template").path("spec"), "spec.template.spec"));
        return causes;
    }

    private static List<Cause> containers(JsonNode pod, String path) {
        List<Cause> causes = new ArrayList<>();
        JsonNode containers = pod.path("containers");
        if (containers.isEmpty()) {
            causes.add(Cause.required(path + ".containers", ""));
        }
        for (int i = 0; i < containers.size(); i++) {
            for (String field : List.of("name", "image")) {
                if (containers.path(i).path(field).asText().isEmpty()) {
                    causes.add(Cause.required(path + ".containers[" + i + "]." + field, ""));
                }
            }
            causes.addAll(mounts(containers.path(i), pod.path("volumes"), path + ".containers[" + i + "]"));
        }
        return causes;
    }

    private static List<Cause> mounts(JsonNode container, JsonNode volumes, String path) {
        Set<String> known = new HashSet<>();
        volumes.forEach(v -> known.add(v.path("name").asText()));
        List<Cause> causes = new ArrayList<>();
        JsonNode mounts = container.path("volumeMounts");
        for (int i = 0; i < mounts.size(); i++) {
            String name = mounts.path(i).path("name").asText();
            if (!known.contains(name)) {
                causes.add(new Cause(
                        "FieldValueNotFound", "Not found: \"" + name + "\"", path + ".volumeMounts[" + i + "].name"));
            }
        }
        return causes;
    }

    private static List<Cause> secret(ObjectNode object, @Nullable ObjectNode old) {
        List<Cause> causes = data(object, "data");
        if (old != null && !old.path("type").equals(object.path("type"))) {
            causes.add(Cause.invalid("type", object.path("type").toString(), IMMUTABLE));
        }
        if (old != null
                && old.path("immutable").booleanValue()
                && !old.path("data").equals(object.path("data"))) {
            causes.add(Cause.forbidden("data", "field is immutable when `immutable` is set"));
        }
        return causes;
    }

    private static List<Cause> data(ObjectNode object, String field) {
        List<Cause> causes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.path(field).properties()) {
            if (!entry.getKey().matches("[-._a-zA-Z0-9]+")) {
                causes.add(Cause.invalid(
                        field + "[" + entry.getKey() + "]",
                        "\"" + entry.getKey() + "\"",
                        "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                                + " 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"));
            }
        }
        return causes;
    }

    private static List<Cause> service(ObjectNode object, @Nullable ObjectNode old) {
        List<Cause> causes = new ArrayList<>();
        JsonNode spec = object.path("spec");
        if (spec.path("ports").isEmpty() && !spec.path("clusterIP").asText().equals("None")) {
            causes.add(Cause.required("spec.ports", ""));
        }
        if (old != null
                && !spec.path("clusterIP").asText().isEmpty()
                && !old.path("spec").path("clusterIP").equals(spec.path("clusterIP"))) {
            causes.add(Cause.invalid("spec.clusterIP", spec.path("clusterIP").toString(), IMMUTABLE));
        }
        return causes;
    }

    private static List<Cause> binding(ObjectNode object, @Nullable ObjectNode old) {
        return old == null || old.path("roleRef").equals(object.path("roleRef"))
                ? List.of()
                : List.of(Cause.invalid("roleRef", object.path("roleRef").toString(), "cannot change roleRef"));
    }
}
