package dev.precinct.crd.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.precinct.crd.meta.EachItem;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the generator leaves out: rules for items, the form of conditions; and what it says twice. */
final class SchemaCompletion {
    private SchemaCompletion() {}

    /** A record component's annotation lies on field and accessor, and the generator reads both. */
    static void complete(JSONSchemaProps schema) {
        if (schema.getXKubernetesValidations() != null) {
            schema.setXKubernetesValidations(new ArrayList<>(new LinkedHashSet<>(schema.getXKubernetesValidations())));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(SchemaCompletion::complete);
        }
        if (schema.getItems() != null) {
            complete(schema.getItems().getSchema());
        }
    }

    static void applyItemRules(Class<?> type, JSONSchemaProps schema) {
        for (RecordComponent component : type.getRecordComponents()) {
            JSONSchemaProps property = property(schema, component.getName());
            if (component.isAnnotationPresent(EachItem.class)) {
                apply(
                        component.getAnnotation(EachItem.class),
                        property.getItems().getSchema());
            } else if (component.getType().isRecord()) {
                applyItemRules(component.getType(), property);
            } else if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && item.isRecord()) {
                applyItemRules(item, property.getItems().getSchema());
            }
        }
    }

    private static void apply(EachItem each, JSONSchemaProps item) {
        if (each.maxLength() > 0) {
            item.setMaxLength((long) each.maxLength());
        }
        if (each.oneOf().length > 0) {
            item.setEnum(texts(Stream.of(each.oneOf()).sorted()));
        }
        if (!each.rule().isEmpty()) {
            item.setMinLength(1L);
            var rule = new ValidationRule();
            rule.setRule(each.rule());
            rule.setMessage(each.message());
            item.setXKubernetesValidations(List.of(rule));
        }
    }

    /** As the API's conventions have it; without the key, server-side apply would replace the whole list. */
    static void completeConditions(JSONSchemaProps conditions) {
        conditions.setXKubernetesListType("map");
        conditions.setXKubernetesListMapKeys(List.of("type"));
        JSONSchemaProps condition = conditions.getItems().getSchema();
        condition.setRequired(List.of("type", "status", "reason", "message", "lastTransitionTime"));
        limit(condition, "type", 1, 316);
        limit(condition, "reason", 1, 1024);
        limit(condition, "message", 0, 32768);
        limit(condition, "lastTransitionTime", 1, 40);
        property(condition, "lastTransitionTime").setFormat("date-time");
        property(condition, "observedGeneration").setFormat("int64");
        property(condition, "reason").setPattern("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$");
        property(condition, "status").setEnum(texts(Stream.of("True", "False", "Unknown")));
    }

    private static void limit(JSONSchemaProps condition, String field, long min, long max) {
        JSONSchemaProps property = property(condition, field);
        if (min > 0) {
            property.setMinLength(min);
        }
        property.setMaxLength(max);
    }

    static JSONSchemaProps property(JSONSchemaProps schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }

    private static List<JsonNode> texts(Stream<String> values) {
        return values.map(value -> (JsonNode) TextNode.valueOf(value)).toList();
    }
}
