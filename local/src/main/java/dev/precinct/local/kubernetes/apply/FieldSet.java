package dev.precinct.local.kubernetes.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of field paths as Kubernetes' FieldsV1 writes it: a tree whose edges are {@code f:name}, {@code k:{"key":"value"}} or
 * {@code v:"value"}. A node is a member itself, or only leads to members.
 */
public record FieldSet(boolean member, SortedMap<String, FieldSet> children) {
    public static final FieldSet EMPTY = new FieldSet(false, Collections.emptySortedMap());
    public static final FieldSet LEAF = new FieldSet(true, Collections.emptySortedMap());

    /** Reads FieldsV1; a node without children is a member. */
    public static FieldSet parse(JsonNode fieldsV1) {
        SortedMap<String, FieldSet> children = new TreeMap<>();
        boolean member = false;
        for (Map.Entry<String, JsonNode> entry : fieldsV1.properties()) {
            if (entry.getKey().equals(".")) {
                member = true;
            } else {
                children.put(entry.getKey(), parseChild(entry.getValue()));
            }
        }
        return new FieldSet(member, children);
    }

    private static FieldSet parseChild(JsonNode node) {
        return node.isEmpty() ? LEAF : parse(node);
    }

    public ObjectNode toFieldsV1() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (member && !children.isEmpty()) {
            node.putObject(".");
        }
        children.forEach((edge, child) -> node.set(edge, child.toFieldsV1()));
        return node;
    }

    public boolean isEmpty() {
        return !member && children.isEmpty();
    }

    FieldSet asMember() {
        return new FieldSet(true, children);
    }

    public FieldSet child(String edge) {
        return children.getOrDefault(edge, EMPTY);
    }

    public FieldSet union(FieldSet other) {
        SortedMap<String, FieldSet> all = new TreeMap<>(children);
        other.children.forEach((edge, child) -> all.merge(edge, child, FieldSet::union));
        return new FieldSet(member || other.member, all);
    }

    public FieldSet minus(FieldSet other) {
        SortedMap<String, FieldSet> rest = new TreeMap<>();
        children.forEach((edge, child) -> {
            FieldSet left = child.minus(other.child(edge));
            if (!left.isEmpty()) {
                rest.put(edge, left);
            }
        });
        return new FieldSet(member && !other.member, rest);
    }

    public FieldSet intersection(FieldSet other) {
        SortedMap<String, FieldSet> both = new TreeMap<>();
        children.forEach((edge, child) -> {
            FieldSet shared = child.intersection(other.child(edge));
            if (!shared.isEmpty()) {
                both.put(edge, shared);
            }
        });
        return new FieldSet(member && other.member, both);
    }

    /** The members as people read them: {@code .spec.template.spec.containers[name="app"].image}. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        collect("", paths);
        return paths;
    }

    private void collect(String prefix, List<String> paths) {
        if (member) {
            paths.add(prefix);
        }
        children.forEach((edge, child) -> child.collect(prefix + PathEdge.describe(edge), paths));
    }

    /** Builds a set path by path. */
    static final class Builder {
        private final SortedMap<String, FieldSet> children = new TreeMap<>();
        private boolean member;

        Builder member(boolean value) {
            member = value;
            return this;
        }

        void add(String edge, @Nullable FieldSet child) {
            if (child != null && !child.isEmpty()) {
                children.merge(edge, child, FieldSet::union);
            }
        }

        FieldSet build() {
            return new FieldSet(member, children);
        }
    }
}
