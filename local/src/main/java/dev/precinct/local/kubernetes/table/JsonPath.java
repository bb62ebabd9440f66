package dev.precinct.local.kubernetes.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The paths of printer columns: fields, indices, all items, and items with a field of a value. */
final class JsonPath {
    private static final Pattern STEP = Pattern.compile("\\.(?<field>(?:\\\\.|[^.\\[\\]])+)"
            + "|\\[(?<index>\\d+)]"
            + "|(?<all>\\[\\*])"
            + "|\\['(?<quoted>[^']+)']"
            + "|\\[\\?\\(@\\.(?<key>[\\w.]+)\\s*==\\s*[\"'](?<value>[^\"']*)[\"']\\)]");
    private final List<Function<JsonNode, Stream<JsonNode>>> steps = new ArrayList<>();

    private JsonPath() {}

    /** A path that is not understood finds nothing: its column stays empty. */
    static JsonPath of(String text) {
        JsonPath path = new JsonPath();
        Matcher step = STEP.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!step.find(end) || step.start() != end) {
                path.steps.add(node -> Stream.of());
                return path;
            }
            path.steps.add(meaning(step));
            end = step.end();
        }
        return path;
    }

    private static Function<JsonNode, Stream<JsonNode>> meaning(Matcher step) {
        String field = step.group("field") == null ? step.group("quoted") : step.group("field");
        if (field != null) {
            String name = field.replace("\\", "");
            return node -> name.equals("*") ? node.valueStream() : Stream.of(node.path(name));
        }
        if (step.group("index") != null) {
            int index = Integer.parseInt(step.group("index"));
            return node -> Stream.of(node.path(index));
        }
        if (step.group("all") != null) {
            return JsonNode::valueStream;
        }
        String pointer = "/" + step.group("key").replace('.', '/');
        String value = step.group("value");
        return node ->
                node.valueStream().filter(item -> item.at(pointer).asText().equals(value));
    }

    List<JsonNode> in(JsonNode object) {
        Stream<JsonNode> found = Stream.of(object);
        for (Function<JsonNode, Stream<JsonNode>> step : steps) {
            found = found.flatMap(step);
        }
        return found.filter(node -> !node.isMissingNode() && !node.isNull()).toList();
    }
}
