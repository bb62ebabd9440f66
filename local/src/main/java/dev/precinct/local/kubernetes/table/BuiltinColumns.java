package dev.precinct.local.kubernetes.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.local.kubernetes.kind.PrinterColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is shown of Kubernetes' own kinds: the columns of a real server, where local mode has something to say in them. */
final class BuiltinColumns {
    private static final Map<String, List<Column>> COLUMNS = Map.ofEntries(
            Map.entry(
                    "Namespace", List.of(Column.NAME, Column.text("Status", o -> at(o, "/status/phase")), Column.AGE)),
            Map.entry(
                    "ConfigMap",
                    List.of(
                            Column.NAME,
                            Column.number("Data", o -> size(o, "/data") + size(o, "/binaryData")),
                            Column.AGE)),
            Map.entry(
                    "Secret",
                    List.of(
                            Column.NAME,
                            Column.text("Type", o -> at(o, "/type")),
                            Column.number("Data", o -> size(o, "/data")),
                            Column.AGE)),
            Map.entry("Service", service()),
            Map.entry("Deployment", deployment()),
            Map.entry("ReplicaSet", replicaSet()),
            Map.entry("Pod", pod()),
            Map.entry("Event", event()),
            Map.entry(
                    "Lease",
                    List.of(Column.NAME, Column.text("Holder", o -> at(o, "/spec/holderIdentity")), Column.AGE)),
            Map.entry("RoleBinding", binding()),
            Map.entry("ClusterRoleBinding", binding()),
            Map.entry("Role", created()),
            Map.entry("ClusterRole", created()),
            Map.entry("CustomResourceDefinition", created()));

    private BuiltinColumns() {}

    static List<Column> of(String kind) {
        return COLUMNS.getOrDefault(kind, List.of(Column.NAME, Column.AGE));
    }

    private static List<Column> created() {
        return List.of(Column.NAME, Column.text("Created At", o -> at(o, "/metadata/creationTimestamp")));
    }

    private static List<Column> service() {
        return List.of(
                Column.NAME,
                Column.text("Type", o -> at(o, "/spec/type")),
                Column.text("Cluster-IP", o -> at(o, "/spec/clusterIP")),
                Column.text("External-IP", o -> orNone(at(o, "/spec/externalName"))),
                Column.text(
                        "Port(s)",
                        o -> orNone(o.at("/spec/ports")
                                .valueStream()
                                .map(port -> at(port, "/port") + "/" + at(port, "/protocol"))
                                .collect(Collectors.joining(",")))),
                Column.AGE);
    }

    private static List<Column> deployment() {
        return List.of(
                Column.NAME,
                Column.text(
                        "Ready",
                        o -> o.at("/status/readyReplicas").asInt() + "/"
                                + o.at("/spec/replicas").asInt(1)),
                Column.number("Up-to-date", o -> o.at("/status/updatedReplicas").asInt()),
                Column.number(
                        "Available", o -> o.at("/status/availableReplicas").asInt()),
                Column.AGE,
                Column.wide("Images", o -> each(o, "/spec/template/spec/containers", "/image")));
    }

    private static List<Column> replicaSet() {
        return List.of(
                Column.NAME,
                Column.number("Desired", o -> o.at("/spec/replicas").asInt()),
                Column.number("Current", o -> o.at("/status/replicas").asInt()),
                Column.number("Ready", o -> o.at("/status/readyReplicas").asInt()),
                Column.AGE);
    }

    private static List<Column> pod() {
        return List.of(
                Column.NAME,
                Column.text(
                        "Ready",
                        o -> o.at("/status/containerStatuses")
                                        .valueStream()
                                        .filter(status -> status.path("ready").booleanValue())
                                        .count()
                                + "/" + size(o, "/spec/containers")),
                Column.text("Status", o -> orNone(at(o, "/status/phase"))),
                Column.AGE);
    }

    private static List<Column> event() {
        return List.of(
                Column.age(
                        "Last Seen",
                        ".series.lastObservedTime",
                        ".lastTimestamp",
                        ".deprecatedLastTimestamp",
                        ".eventTime",
                        ".metadata.creationTimestamp"),
                Column.text("Type", o -> at(o, "/type")),
                Column.text("Reason", o -> at(o, "/reason")),
                Column.text("Object", o -> about(o.has("regarding") ? o.path("regarding") : o.path("involvedObject"))),
                Column.text("Message", o -> (o.has("note") ? at(o, "/note") : at(o, "/message")).strip()),
                new Column(new PrinterColumn("Name", "string", "name", "", 1, ""), Column.NAME.cell()));
    }

    private static List<Column> binding() {
        return List.of(
                Column.NAME,
                Column.text("Role", o -> at(o, "/roleRef/kind") + "/" + at(o, "/roleRef/name")),
                Column.AGE,
                Column.wide("ServiceAccounts", o -> each(o, "/subjects", "/name")));
    }

    private static String about(JsonNode reference) {
        return at(reference, "/kind").toLowerCase(Locale.ROOT) + "/" + at(reference, "/name");
    }

    private static String each(JsonNode object, String list, String field) {
        return object.at(list).valueStream().map(item -> at(item, field)).collect(Collectors.joining(","));
    }

    private static String at(JsonNode object, String pointer) {
        return object.at(pointer).asText();
    }

    private static int size(JsonNode object, String pointer) {
        return object.at(pointer).size();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }
}
