package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.ScalePaths;
import java.util.stream.Collectors;

/** The scale subresource: an object's replicas seen apart from everything else. */
public final class Scaling {
    private final Reader reader;
    private final Writer writer;

    public Scaling(Reader reader, Writer writer) {
        this.reader = reader;
        this.writer = writer;
    }

    public ObjectNode get(Target target) {
        return view(target, reader.get(target));
    }

    private static ScalePaths paths(Target target) {
        return target.kind().traits().scale().orElseThrow(ApiFailure::noSuchPath);
    }

    private static ObjectNode view(Target target, ObjectNode object) {
        ScalePaths paths = paths(target);
        ObjectNode scale = JsonNodeFactory.instance.objectNode();
        scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            JsonNode value = object.path("metadata").path(field);
            if (!value.isMissingNode()) {
                metadata.set(field, value);
            }
        }
        scale.putObject("spec").put("replicas", at(object, paths.specReplicas()).asInt());
        scale.putObject("status")
                .put("replicas", at(object, paths.statusReplicas()).asInt())
                .put("selector", selector(at(object, paths.selector())));
        return scale;
    }

    private static JsonNode at(JsonNode object, String path) {
        return path.isEmpty() ? JsonNodeFactory.instance.missingNode() : object.at("/" + path.replace('.', '/'));
    }

    private static String selector(JsonNode selector) {
        return selector.isTextual()
                ? selector.asText()
                : selector.path("matchLabels").properties().stream()
                        .map(e -> e.getKey() + "=" + e.getValue().asText())
                        .collect(Collectors.joining(","));
    }

    /** How a request turns the scale as it stands into the wanted one. */
    @FunctionalInterface
    public interface Edit {
        JsonNode of(ObjectNode scale);
    }

    /** Writes the replicas of an edited scale. */
    public Written edit(Target target, Edit edit, WriteOptions options) {
        ScalePaths paths = paths(target);
        Written written = writer.patch(
                target,
                object -> {
                    JsonNode wanted = edit.of(view(target, object));
                    set(object, paths.specReplicas(), wanted.path("spec").path("replicas"));
                    String revision = Metadata.text(wanted, "resourceVersion");
                    if (!revision.isEmpty()) {
                        Metadata.of(object).put("resourceVersion", revision);
                    }
                    return object;
                },
                options);
        return new Written(view(target, written.object()), false, written.warnings());
    }

    private static void set(ObjectNode object, String path, JsonNode value) {
        int last = path.lastIndexOf('.');
        ObjectNode parent = last < 0
                ? object
                : object.withObject("/" + path.substring(0, last).replace('.', '/'));
        parent.set(path.substring(last + 1), value);
    }
}
