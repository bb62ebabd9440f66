package dev.precinct.local.kubernetes.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.local.kubernetes.schema.Schema;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two values, field by field. */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {
    private static final Comparison SAME = new Comparison(FieldSet.EMPTY, FieldSet.EMPTY, FieldSet.EMPTY);

    static Comparison of(Schema schema, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return SAME;
        }
        if (TypedValue.isGranularMap(schema, before) && TypedValue.isGranularMap(schema, after)) {
            return ofMaps(schema, before, after);
        }
        if (TypedValue.isGranularList(schema, before) && TypedValue.isGranularList(schema, after)) {
            return ofLists(schema, before, after);
        }
        FieldSet gone = TypedValue.fields(schema, before);
        FieldSet here = TypedValue.fields(schema, after);
        return gone.member() && here.member()
                ? new Comparison(FieldSet.EMPTY, FieldSet.LEAF, FieldSet.EMPTY)
                : new Comparison(here, FieldSet.EMPTY, gone);
    }

    private static Comparison ofMaps(Schema schema, JsonNode before, JsonNode after) {
        Collector all = new Collector();
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            all.add(
                    PathEdge.field(name),
                    schema.fieldOrUntyped(name),
                    new Pair(before.get(name), after.get(name), !schema.declares(name)));
        }
        return all.build();
    }

    private static Comparison ofLists(Schema schema, JsonNode before, JsonNode after) {
        Collector all = new Collector();
        Map<String, JsonNode> old = PathEdge.items(schema, before);
        Map<String, JsonNode> now = PathEdge.items(schema, after);
        Set<String> edges = new LinkedHashSet<>(old.keySet());
        edges.addAll(now.keySet());
        edges.forEach(edge -> all.add(edge, schema.items(), new Pair(old.get(edge), now.get(edge), true)));
        return all.build();
    }

    /** One field in both values; an entry (of a map or list) is owned as such, a part of a structure only by its fields. */
    private record Pair(@Nullable JsonNode before, @Nullable JsonNode after, boolean entry) {
        private FieldSet fields(Schema schema, JsonNode value) {
            FieldSet set = TypedValue.fields(schema, value);
            return entry ? set.asMember() : set;
        }
    }

    private static final class Collector {
        private final FieldSet.Builder added = new FieldSet.Builder();
        private final FieldSet.Builder modified = new FieldSet.Builder();
        private final FieldSet.Builder removed = new FieldSet.Builder();

        void add(String edge, Schema schema, Pair pair) {
            if (pair.before == null && pair.after != null) {
                added.add(edge, pair.fields(schema, pair.after));
            } else if (pair.before != null && pair.after == null) {
                removed.add(edge, pair.fields(schema, pair.before));
            } else if (pair.before != null && pair.after != null) {
                Comparison below = Comparison.of(schema, pair.before, pair.after);
                added.add(edge, below.added);
                modified.add(edge, below.modified);
                removed.add(edge, below.removed);
            }
        }

        Comparison build() {
            return new Comparison(added.build(), modified.build(), removed.build());
        }
    }

    FieldSet changed() {
        return added.union(modified);
    }
}
