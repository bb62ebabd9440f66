package dev.precinct.crd.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.NullValue;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON as CEL sees it: types by the schema, names of fields as CEL can write them. */
final class CelValues {
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private CelValues() {}

    static Object of(@Nullable JSONSchemaProps schema, JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> text(schema, value.asText());
            case NUMBER -> number(schema, value);
            case BOOLEAN -> value.asBoolean();
            case ARRAY -> {
                JSONSchemaProps items = schema == null ? null : Schemas.items(schema);
                var list = new ArrayList<Object>(value.size());
                value.forEach(item -> list.add(of(items, item)));
                yield list;
            }
            case OBJECT -> object(schema, value);
            case NULL, MISSING, BINARY, POJO -> NullValue.NULL_VALUE;
        };
    }

    private static Map<String, Object> object(@Nullable JSONSchemaProps schema, JsonNode value) {
        var map = new HashMap<String, Object>();
        value.properties().forEach(entry -> {
            JSONSchemaProps property = schema == null ? null : Schemas.property(schema, entry.getKey());
            if (property != null) {
                map.put(escaped(entry.getKey()), of(property, entry.getValue()));
            } else {
                map.put(entry.getKey(), of(schema == null ? null : Schemas.additional(schema), entry.getValue()));
            }
        });
        return map;
    }

    private static Object text(@Nullable JSONSchemaProps schema, String text) {
        return schema != null && "date-time".equals(schema.getFormat()) ? instant(text) : text;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Object number(@Nullable JSONSchemaProps schema, JsonNode value) {
        boolean whole = schema == null || !"number".equals(schema.getType());
        return whole && value.isIntegralNumber() ? (Object) value.asLong() : (Object) value.asDouble();
    }

    /** A field named as a word of CEL, or with a sign that CEL has other uses for, has another name in rules. */
    static String escaped(String name) {
        if (RESERVED.contains(name)) {
            return "__" + name + "__";
        }
        return name.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__");
    }
}
