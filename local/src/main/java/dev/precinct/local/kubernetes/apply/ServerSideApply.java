package dev.precinct.local.kubernetes.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.failure.Cause;
import dev.precinct.local.kubernetes.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Merges what managers apply and keeps account of who owns which field, by the rules of Kubernetes' structured merge: what a manager
 * applied before and no longer applies is removed unless someone else owns it, and a change of a field that another manager owns is a conflict.
 */
public final class ServerSideApply {
    private static final Set<String> UNOWNED_METADATA = Set.of(
            "name",
            "namespace",
            "creationTimestamp",
            "selfLink",
            "uid",
            "generation",
            "managedFields",
            "resourceVersion",
            "deletionTimestamp",
            "deletionGracePeriodSeconds");
    private final Schema schema;
    private final String now;

    /** For objects of one schema; the time (RFC 3339) is noted where ownership changes. */
    public ServerSideApply(Schema schema, String now) {
        this.schema = schema;
        this.now = now;
    }

    /** What to do beside merging: take conflicting fields over, and fill in defaults of the merged object. */
    public record Rules(boolean force, UnaryOperator<ObjectNode> complete) {}

    /** The live object after the manager's configuration was applied to it. An absent live object is an empty one. */
    public ObjectNode apply(ObjectNode live, ObjectNode config, FieldOwner owner, Rules rules) {
        Ownership ownership = Ownership.of(live);
        FieldSet before = ownership.of(owner);
        FieldSet applied = owned(config);
        JsonNode merged = TypedValue.merge(schema, live, config);
        ownership.put(owner, applied, now);
        FieldSet dropped = before.minus(ownership.ofAll());
        ObjectNode next = dropped.isEmpty()
                ? (ObjectNode) merged
                : (ObjectNode) TypedValue.without(schema, merged, dropped, ownership.ofAll());
        next = rules.complete().apply(next);
        Comparison difference = Comparison.of(schema, stripped(live), stripped(next));
        Map<FieldOwner, FieldSet> conflicts = conflicts(ownership, owner, difference.changed());
        if (!conflicts.isEmpty() && !rules.force()) {
            throw conflict(conflicts);
        }
        conflicts.forEach(
                (other, fields) -> ownership.put(other, ownership.of(other).minus(fields), now));
        ownership.takeFromOthers(owner, difference.removed(), now);
        ownership.writeTo(next);
        return next;
    }

    /** Notes that a manager wrote an object as a whole: it owns what it changed, and nobody owns what is gone. */
    public void update(ObjectNode before, ObjectNode after, FieldOwner owner) {
        Comparison difference = Comparison.of(schema, stripped(before), stripped(after));
        Ownership ownership = Ownership.of(before);
        ownership.takeFromOthers(owner, difference.changed().union(difference.removed()), now);
        FieldSet mine = ownership.of(owner).minus(difference.removed()).union(difference.changed());
        ownership.put(owner, mine, now);
        ownership.writeTo(after);
    }

    private FieldSet owned(ObjectNode config) {
        ObjectNode stripped = stripped(config);
        return stripped.isEmpty() ? FieldSet.EMPTY : TypedValue.fields(schema, stripped);
    }

    private static ObjectNode stripped(ObjectNode object) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(e -> {
            if (e.getKey().equals("metadata")) {
                ObjectNode metadata = ((ObjectNode) e.getValue()).deepCopy();
                metadata.remove(UNOWNED_METADATA);
                if (!metadata.isEmpty()) {
                    rest.set("metadata", metadata);
                }
            } else if (!e.getKey().equals("apiVersion") && !e.getKey().equals("kind")) {
                rest.set(e.getKey(), e.getValue());
            }
        });
        return rest;
    }

    private static Map<FieldOwner, FieldSet> conflicts(Ownership ownership, FieldOwner owner, FieldSet changed) {
        Map<FieldOwner, FieldSet> conflicts = new LinkedHashMap<>();
        ownership.sets().forEach((other, set) -> {
            FieldSet shared = set.intersection(changed);
            if (!other.equals(owner) && !shared.isEmpty()) {
                conflicts.put(other, shared);
            }
        });
        return conflicts;
    }

    private static ApiFailure conflict(Map<FieldOwner, FieldSet> conflicts) {
        List<Cause> causes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        conflicts.forEach((other, fields) -> {
            String who = "conflict with " + describe(other);
            fields.paths().forEach(path -> causes.add(new Cause("FieldManagerConflict", who, path)));
            lines.add("conflicts with " + describe(other) + ":");
            fields.paths().forEach(path -> lines.add("- " + path));
        });
        String message = causes.size() == 1
                ? "1 conflict: " + causes.getFirst().message() + ": "
                        + causes.getFirst().field()
                : causes.size() + " conflicts: " + String.join("\n", lines);
        return ApiFailure.applyConflict("Apply failed with " + message, causes);
    }

    private static String describe(FieldOwner owner) {
        String how = owner.subresource().isEmpty() ? "" : " with subresource \"" + owner.subresource() + "\"";
        String version = owner.operation() == FieldOwner.Operation.Update ? " using " + owner.apiVersion() : "";
        return "\"" + owner.manager() + "\"" + how + version;
    }
}
