package dev.precinct.crd.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types, required fields, sizes, patterns, enumerations, keys of lists. */
final class SchemaCheck {
    // RE2, as at the API server: java.util.regex differs in places, for example on a line break before the end.
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    void check(Place place, Findings findings) {
        if (place.unchanged()) {
            return;
        }
        if (place.value().isNull() && Schemas.is(place.schema().getNullable())) {
            return;
        }
        if (!isOfType(place.schema(), place.value())) {
            findings.block(
                    place.path(), "must be of type " + typeName(place.schema()) + ", not " + kindOf(place.value()));
            return;
        }
        checkEnum(place, findings);
        switch (place.value().getNodeType()) {
            case STRING -> checkText(place, findings);
            case NUMBER -> checkNumber(place, findings);
            case OBJECT -> checkObject(place, findings);
            case ARRAY -> checkArray(place, findings);
            case BOOLEAN, NULL, BINARY, MISSING, POJO -> {}
        }
        place.inner().forEach(inner -> check(inner, findings));
    }

    private static boolean isOfType(JSONSchemaProps schema, JsonNode value) {
        if (Schemas.is(schema.getXKubernetesIntOrString())) {
            return value.isTextual() || isInteger(value);
        }
        return switch (schema.getType()) {
            case null -> true;
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> isInteger(value);
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException("unknown type in schema: " + schema.getType());
        };
    }

    private static boolean isInteger(JsonNode value) {
        return value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static String typeName(JSONSchemaProps schema) {
        return Schemas.is(schema.getXKubernetesIntOrString()) ? "integer or string" : schema.getType();
    }

    private static String kindOf(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static void checkEnum(Place place, Findings findings) {
        List<JsonNode> allowed = place.schema().getEnum();
        if (allowed != null && !allowed.isEmpty() && !allowed.contains(place.value())) {
            String names = allowed.stream().map(JsonNode::asText).collect(Collectors.joining(", "));
            findings.block(place.path(), "must be one of " + names + ", not " + place.value());
        }
    }

    private void checkText(Place place, Findings findings) {
        JSONSchemaProps schema = place.schema();
        String text = place.value().asText();
        long length = text.codePointCount(0, text.length());
        if (exceeds(length, schema.getMaxLength())) {
            findings.block(place.path(), "may have at most " + schema.getMaxLength() + " characters, not " + length);
        }
        if (schema.getMinLength() != null && length < schema.getMinLength()) {
            findings.add(place.path(), "must have at least " + schema.getMinLength() + " characters");
        }
        if (schema.getPattern() != null
                && !patterns.computeIfAbsent(schema.getPattern(), Pattern::compile)
                        .matcher(text)
                        .find()) {
            findings.add(place.path(), "must match " + schema.getPattern());
        }
        if ("date-time".equals(schema.getFormat()) && !isDateTime(text)) {
            findings.block(place.path(), "must be a time as in 2026-01-31T08:30:00Z");
        }
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void checkNumber(Place place, Findings findings) {
        JSONSchemaProps schema = place.schema();
        double number = place.value().asDouble();
        if (schema.getMinimum() != null
                && (number < schema.getMinimum()
                        || number == schema.getMinimum() && Schemas.is(schema.getExclusiveMinimum()))) {
            findings.add(place.path(), "must not be below " + schema.getMinimum());
        }
        if (schema.getMaximum() != null
                && (number > schema.getMaximum()
                        || number == schema.getMaximum() && Schemas.is(schema.getExclusiveMaximum()))) {
            findings.add(place.path(), "must not be above " + schema.getMaximum());
        }
    }

    private static void checkObject(Place place, Findings findings) {
        JSONSchemaProps schema = place.schema();
        if (schema.getRequired() != null) {
            schema.getRequired().stream()
                    .filter(name -> !place.value().has(name))
                    .forEach(name -> findings.block(place.named(name), "is required"));
        }
        if (exceeds(place.value().size(), schema.getMaxProperties())) {
            findings.block(place.path(), "may have at most " + schema.getMaxProperties() + " entries");
        }
        if (schema.getMinProperties() != null && place.value().size() < schema.getMinProperties()) {
            findings.add(place.path(), "must have at least " + schema.getMinProperties() + " entries");
        }
    }

    private static void checkArray(Place place, Findings findings) {
        JSONSchemaProps schema = place.schema();
        int size = place.value().size();
        if (exceeds(size, schema.getMaxItems())) {
            findings.block(place.path(), "may have at most " + schema.getMaxItems() + " items, not " + size);
        }
        if (schema.getMinItems() != null && size < schema.getMinItems()) {
            findings.add(place.path(), "must have at least " + schema.getMinItems() + " items");
        }
        boolean keyed = Schemas.isKeyedList(schema);
        if (keyed || "set".equals(schema.getXKubernetesListType())) {
            var seen = new HashSet<Object>();
            for (int i = 0; i < size; i++) {
                JsonNode item = place.value().get(i);
                if (!seen.add(keyed ? Schemas.keyOf(schema, item) : item)) {
                    findings.add(place.indexed(i), "is there twice");
                }
            }
        }
    }

    private static boolean exceeds(long size, @Nullable Long max) {
        return max != null && size > max;
    }
}
