package dev.precinct.runtime.location.cmx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads fields of a CMX record leniently: releases differ in types, and null and absence are one. */
record Fields(JsonNode node) {
    private static final double UNKNOWN = -999.0;

    Fields at(String name) {
        return new Fields(node.path(name));
    }

    boolean absent() {
        return node.isMissingNode() || node.isNull();
    }

    @Nullable
    String text(String name) {
        var value = node.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    String text(String name, String otherwise) {
        var value = text(name);
        return value == null ? otherwise : value;
    }

    /** Text that many records have. */
    @Nullable
    String shared(String name) {
        var text = text(name);
        return text == null ? null : SharedTexts.of(text);
    }

    String shared(String name, String otherwise) {
        return SharedTexts.of(text(name, otherwise));
    }

    /** Text that says something. */
    Optional<String> filled(String name) {
        return Optional.ofNullable(text(name)).filter(text -> !text.isBlank());
    }

    <T> Optional<T> parsed(String name, Function<String, Optional<T>> parser) {
        return filled(name).flatMap(parser);
    }

    int integer(String name) {
        return node.path(name).asInt();
    }

    long longInteger(String name) {
        return node.path(name).asLong();
    }

    boolean flag(String name) {
        return node.path(name).asBoolean();
    }

    double number(String name) {
        return node.path(name).asDouble();
    }

    /** A number that is neither missing nor CMX's -999. */
    @Nullable
    Double known(String name) {
        var value = node.path(name);
        return value.isNumber() && value.asDouble() != UNKNOWN ? value.asDouble() : null;
    }

    List<String> texts(String name) {
        var values = new ArrayList<String>();
        for (var value : node.path(name)) {
            if (!value.isNull()) {
                values.add(value.asText());
            }
        }
        return values;
    }

    List<Integer> integers(String name) {
        var values = new ArrayList<Integer>();
        node.path(name).forEach(value -> values.add(value.asInt()));
        return values;
    }
}
