package dev.precinct.crd.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a newer schema refuses, loses or reads otherwise that an older one took. */
final class SchemaChange {
    private final List<String> breaks = new ArrayList<>();

    /** Paths with what breaks there; empty when every object of the old schema is one of the new, with the same meaning. */
    static List<String> breaks(JSONSchemaProps before, JSONSchemaProps after) {
        var change = new SchemaChange();
        change.compare("", before, after);
        return change.breaks;
    }

    private void compare(String path, JSONSchemaProps before, JSONSchemaProps after) {
        check(path, "type", Objects.equals(before.getType(), after.getType()));
        check(path, "default", Objects.equals(before.getDefault(), after.getDefault()) || isNewForStatus(path, before));
        check(path, "format", after.getFormat() == null || after.getFormat().equals(before.getFormat()));
        check(path, "pattern", after.getPattern() == null || after.getPattern().equals(before.getPattern()));
        check(path, "list type", Objects.equals(before.getXKubernetesListType(), after.getXKubernetesListType()));
        check(path, "list keys", Objects.equals(before.getXKubernetesListMapKeys(), after.getXKubernetesListMapKeys()));
        check(path, "enum", keepsValues(before.getEnum(), after.getEnum()));
        check(path, "maximum length", !isBelow(after.getMaxLength(), before.getMaxLength()));
        check(path, "maximum of items", !isBelow(after.getMaxItems(), before.getMaxItems()));
        check(path, "minimum length", !isAbove(after.getMinLength(), before.getMinLength()));
        check(path, "minimum of items", !isAbove(after.getMinItems(), before.getMinItems()));
        check(path, "required fields", before.getRequired().containsAll(after.getRequired()));
        check(path, "rules", rulesOf(before).containsAll(rulesOf(after)));
        before.getProperties().forEach((name, property) -> {
            JSONSchemaProps now = after.getProperties().get(name);
            if (now == null) {
                breaks.add(path + "." + name + ": gone");
            } else {
                compare(path + "." + name, property, now);
            }
        });
        if (before.getItems() != null && after.getItems() != null) {
            compare(path + "[]", before.getItems().getSchema(), after.getItems().getSchema());
        }
    }

    private void check(String path, String what, boolean holds) {
        if (!holds) {
            breaks.add(path + ": " + what);
        }
    }

    private static List<String> rulesOf(JSONSchemaProps schema) {
        return schema.getXKubernetesValidations().stream()
                .map(ValidationRule::getRule)
                .toList();
    }

    /** Only the operator writes a status, so no Tenant that somebody wrote gets another meaning. */
    private static boolean isNewForStatus(String path, JSONSchemaProps before) {
        return path.equals(".status") && before.getDefault() == null;
    }

    /** No list of values means that any is right. */
    private static boolean keepsValues(List<JsonNode> before, List<JsonNode> after) {
        return after.isEmpty() || !before.isEmpty() && after.containsAll(before);
    }

    private static boolean isBelow(@Nullable Long after, @Nullable Long before) {
        return after != null && (before == null || after < before);
    }

    private static boolean isAbove(@Nullable Long after, @Nullable Long before) {
        return after != null && after > (before == null ? 0 : before);
    }
}
