package dev.precinct.crd.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of examples.
 *
 * @param name of the file, without its ending; of a bad one {@code <field>--<what is wrong>}
 * @param old what the object was before, for a bad change; null for a new object
 */
record Example(String name, JsonNode object, @Nullable JsonNode old) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Those in {@code examples/}. */
    static List<Example> valid() {
        return in(Path.of("..", "examples"));
    }

    /** Those in {@code crds/examples/invalid/}. */
    static List<Example> invalid() {
        return in(Path.of("examples", "invalid"));
    }

    private static List<Example> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Example::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bad change is a file of two documents: before and after. */
    private static Example read(Path file) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            List<JsonNode> objects = documents.readAll();
            String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
            return new Example(name, objects.getLast(), objects.size() > 1 ? objects.getFirst() : null);
        } catch (IOException e) {
            throw new UncheckedIOException("not readable as YAML: " + file, e);
        }
    }

    boolean isChange() {
        return old != null;
    }

    /** What a bad change starts from. */
    JsonNode before() {
        return Objects.requireNonNull(old, name);
    }

    /** The field that a bad example is named after; without indices. */
    String brokenField() {
        return name.substring(0, name.indexOf("--"));
    }

    static String withoutIndices(String field) {
        return field.replaceAll("\\[[0-9]+]", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
