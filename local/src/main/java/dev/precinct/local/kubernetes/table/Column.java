package dev.precinct.local.kubernetes.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.precinct.local.kubernetes.kind.PrinterColumn;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A column's head, and what stands in it for an object. Columns of a priority above 0 are shown on wide demand only. */
record Column(PrinterColumn head, Cell cell) {
    /** What stands in a column for an object now. */
    @FunctionalInterface
    interface Cell {
        JsonNode of(JsonNode object, Instant now);
    }

    static final Column NAME = new Column(
            new PrinterColumn("Name", "string", "name", "Name must be unique within a namespace.", 0, ""),
            (object, now) -> object.at("/metadata/name"));
    static final Column AGE = age("Age", ".metadata.creationTimestamp");

    static Column text(String name, Function<JsonNode, String> text) {
        return new Column(head(name, "string", 0), (object, now) -> TextNode.valueOf(text.apply(object)));
    }

    static Column wide(String name, Function<JsonNode, String> text) {
        return new Column(head(name, "string", 1), (object, now) -> TextNode.valueOf(text.apply(object)));
    }

    static Column number(String name, Function<JsonNode, Integer> number) {
        return new Column(
                head(name, "integer", 0), (object, now) -> JsonNodeFactory.instance.numberNode(number.apply(object)));
    }

    /** The time since the first moment that stands at one of the paths. */
    static Column age(String name, String... paths) {
        List<JsonPath> known = List.of(paths).stream().map(JsonPath::of).toList();
        return new Column(
                head(name, "string", 0),
                (object, now) -> known.stream()
                        .flatMap(path -> path.in(object).stream())
                        .findFirst()
                        .<JsonNode>map(moment -> TextNode.valueOf(Age.of(moment.asText(), now)))
                        .orElse(TextNode.valueOf("<unknown>")));
    }

    private static PrinterColumn head(String name, String type, int priority) {
        return new PrinterColumn(name, type, "", "", priority, "");
    }

    /** A column that a definition asks for. */
    static Column of(PrinterColumn wanted) {
        JsonPath path = JsonPath.of(wanted.jsonPath());
        return new Column(wanted, (object, now) -> {
            List<JsonNode> found = path.in(object);
            if (found.isEmpty()) {
                return NullNode.getInstance();
            }
            return switch (wanted.type()) {
                case "date" -> TextNode.valueOf(Age.of(found.getFirst().asText(), now));
                case "integer", "number", "boolean" -> found.getFirst();
                default ->
                    TextNode.valueOf(found.stream()
                            .map(node -> node.isValueNode() ? node.asText() : node.toString())
                            .collect(Collectors.joining(" ")));
            };
        });
    }

    ObjectNode definition() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", head.name())
                .put("type", head.type())
                .put("format", head.format())
                .put("description", head.description())
                .put("priority", head.priority());
    }
}
