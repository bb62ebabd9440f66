package dev.precinct.crd.generation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.crd.meta.OnChange;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page that explains each field, from the definition and the records. */
final class FieldReference {
    private final StringBuilder page = new StringBuilder();

    /** @param root schema of the whole object */
    static String of(String title, JSONSchemaProps root, Class<? extends Record> spec) {
        var reference = new FieldReference();
        reference.head(title, root);
        reference.rows("spec", SchemaCompletion.property(root, "spec"), spec);
        reference.page.append(
                "\n## Rules\n\nBroken ones are answered with these words; `crds/examples/invalid` has an example of each.\n\n");
        reference.rules("", root);
        reference.status(SchemaCompletion.property(root, "status"));
        return reference.page.toString();
    }

    private void head(String title, JSONSchemaProps root) {
        page.append("<!-- Generated from the records in src/main/java by GeneratedFilesTest: edit those. -->\n# ")
                .append(title)
                .append("\n\n")
                .append(root.getDescription())
                .append(
                        "\n\nBold fields are required. What changing a field costs: `none`, `metadata` (objects and files change,")
                .append(
                        " nothing starts anew),\n`roll` (the runtime starts anew), `reprovision` (what holds the data would have")
                .append(" to be made anew).\n\n| Field | Form | Default | Change | Meaning |\n|---|---|---|---|---|\n");
    }

    private void rows(String path, JSONSchemaProps schema, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            JSONSchemaProps property = SchemaCompletion.property(schema, name);
            String field = path + "." + name;
            OnChange change = Objects.requireNonNull(component.getAnnotation(OnChange.class), field);
            row(
                    schema.getRequired().contains(name) ? "**" + field + "**" : field,
                    form(property),
                    property.getDefault() == null ? "" : text(property.getDefault()),
                    change.value().name().toLowerCase(Locale.ROOT),
                    property.getDescription());
            if (component.getType().isRecord()) {
                rows(field, property, component.getType());
            } else if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && item.isRecord()) {
                rows(field + "[]", property.getItems().getSchema(), item);
            }
        }
    }

    private void status(JSONSchemaProps status) {
        page.append("\n## Status\n\n| Field | Form | Meaning |\n|---|---|---|\n");
        status.getProperties()
                .forEach((name, property) -> row("status." + name, form(property), property.getDescription()));
    }

    private void row(String... cells) {
        page.append(Stream.of(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String form(JSONSchemaProps schema) {
        if (!schema.getEnum().isEmpty()) {
            return schema.getEnum().stream().map(FieldReference::text).collect(Collectors.joining(", "));
        }
        return switch (schema.getType()) {
            case "string" -> "text" + bounds(schema.getMinLength(), schema.getMaxLength(), "characters");
            case "array" ->
                "list of " + form(schema.getItems().getSchema()) + ";"
                        + bounds(schema.getMinItems(), schema.getMaxItems(), "items");
            default -> schema.getType();
        };
    }

    private static String bounds(@Nullable Long min, @Nullable Long max, String what) {
        String from = min == null ? "" : min + " ";
        return max == null ? "" : " " + from + "to " + max + " " + what;
    }

    private static String text(JsonNode value) {
        return "`" + (value.isTextual() ? value.asText() : value.toString()) + "`";
    }

    private void rules(String path, JSONSchemaProps schema) {
        for (ValidationRule rule : schema.getXKubernetesValidations()) {
            String field = path + (rule.getFieldPath() == null ? "" : rule.getFieldPath());
            page.append("- `")
                    .append(field.replaceFirst("^\\.", ""))
                    .append("`: ")
                    .append(rule.getMessage())
                    .append('\n');
        }
        schema.getProperties().forEach((name, property) -> rules(path.isEmpty() ? name : path + "." + name, property));
        if (schema.getItems() != null) {
            rules(path + "[]", schema.getItems().getSchema());
        }
    }
}
