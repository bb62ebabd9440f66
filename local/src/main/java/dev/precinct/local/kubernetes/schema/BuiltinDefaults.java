package dev.precinct.local.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What a real API server fills into Kubernetes' own kinds, as far as a client would notice. */
public final class BuiltinDefaults {
    private static final String FILE = "builtin-defaults.json";
    private static final List<String> POD_CONTAINERS = List.of("containers", "initContainers");
    private final JsonNode table;

    private BuiltinDefaults(JsonNode table) {
        this.table = table;
    }

    public static BuiltinDefaults read() {
        try (InputStream in = BuiltinDefaults.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            return new BuiltinDefaults(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills in what the table says for the kind, and what follows from other fields. */
    public void fill(String kind, ObjectNode object) {
        fillFrom(table.path(kind), object);
        switch (kind) {
            case "Pod" -> fillPod(object.path("spec"));
            case "Deployment" -> {
                fillPod(object.path("spec").path("template").path("spec"));
                fillStrategy(object.path("spec").path("strategy"));
            }
            case "ReplicaSet", "Job" ->
                fillPod(object.path("spec").path("template").path("spec"));
            case "Service" -> fillTargetPorts(object.path("spec").path("ports"));
            case "NetworkPolicy" -> fillPolicyTypes(object.path("spec"));
            case "RoleBinding", "ClusterRoleBinding" -> fillSubjects(object.path("subjects"));
            case "CustomResourceDefinition" -> fillNames(object.path("spec").path("names"));
            default -> {
                // nothing follows from other fields
            }
        }
    }

    private static void fillFrom(JsonNode defaults, ObjectNode object) {
        defaults.properties().forEach(e -> fillAt(object, List.of(e.getKey().split("\\.")), e.getValue()));
    }

    private static void fillAt(JsonNode parent, List<String> path, JsonNode value) {
        String first = path.getFirst();
        boolean each = first.endsWith("[]");
        String name = each ? first.substring(0, first.length() - 2) : first;
        if (path.size() == 1) {
            if (parent instanceof ObjectNode object && !object.hasNonNull(name)) {
                object.set(name, value.deepCopy());
            }
        } else if (each) {
            parent.path(name).forEach(item -> fillAt(item, path.subList(1, path.size()), value));
        } else {
            fillAt(parent.path(name), path.subList(1, path.size()), value);
        }
    }

    private void fillPod(JsonNode pod) {
        if (!(pod instanceof ObjectNode spec)) {
            return;
        }
        table.path("pod").properties().forEach(e -> {
            fillAt(spec, List.of(e.getKey().split("\\.")), e.getValue());
            if (e.getKey().startsWith("containers[]")) {
                fillAt(
                        spec,
                        List.of(e.getKey()
                                .replaceFirst("containers", "initContainers")
                                .split("\\.")),
                        e.getValue());
            }
        });
        POD_CONTAINERS.forEach(list -> spec.path(list).forEach(BuiltinDefaults::fillPullPolicy));
        if (spec.hasNonNull("serviceAccountName") && !spec.has("serviceAccount")) {
            spec.set("serviceAccount", spec.get("serviceAccountName"));
        }
    }

    private static void fillPullPolicy(JsonNode container) {
        if (container instanceof ObjectNode object && !object.hasNonNull("imagePullPolicy")) {
            String image = object.path("image").asText();
            boolean tagged = image.substring(image.lastIndexOf('/') + 1).contains(":") && !image.endsWith(":latest");
            object.put("imagePullPolicy", tagged ? "IfNotPresent" : "Always");
        }
    }

    private static void fillStrategy(JsonNode strategy) {
        if (strategy instanceof ObjectNode object
                && object.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = object.withObjectProperty("rollingUpdate");
            for (String field : List.of("maxSurge", "maxUnavailable")) {
                if (!rolling.hasNonNull(field)) {
                    rolling.put(field, "25%");
                }
            }
        }
    }

    private static void fillTargetPorts(JsonNode ports) {
        for (JsonNode port : ports) {
            if (port instanceof ObjectNode object && !object.hasNonNull("targetPort") && object.has("port")) {
                object.set("targetPort", object.get("port"));
            }
        }
    }

    private static void fillPolicyTypes(JsonNode spec) {
        if (spec instanceof ObjectNode object && object.path("policyTypes").isEmpty()) {
            var types = object.putArray("policyTypes").add("Ingress");
            if (!object.path("egress").isEmpty()) {
                types.add("Egress");
            }
        }
    }

    private static void fillSubjects(JsonNode subjects) {
        for (JsonNode subject : subjects) {
            boolean account = subject.path("kind").asText().equals("ServiceAccount");
            if (!account && subject instanceof ObjectNode object && !object.hasNonNull("apiGroup")) {
                object.put("apiGroup", "rbac.authorization.k8s.io");
            }
        }
    }

    private static void fillNames(JsonNode names) {
        if (names instanceof ObjectNode object) {
            String kind = object.path("kind").asText();
            if (!object.hasNonNull("singular")) {
                object.put("singular", kind.toLowerCase(Locale.ROOT));
            }
            if (!object.hasNonNull("listKind")) {
                object.put("listKind", kind + "List");
            }
        }
    }
}
