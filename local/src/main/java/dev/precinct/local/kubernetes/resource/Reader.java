package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import dev.precinct.local.kubernetes.store.History;
import dev.precinct.local.kubernetes.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** Reads objects. */
public final class Reader {
    private final ObjectStore store;

    public Reader(ObjectStore store) {
        this.store = store;
    }

    /** Which objects of a list are wanted, and how many at once (0: all). */
    public record Query(String labelSelector, String fieldSelector, int limit, String continueToken) {
        Predicate<JsonNode> matching(ResourceKind kind) {
            return Selectors.matching(kind, labelSelector, fieldSelector);
        }
    }

    public ObjectNode get(Target target) {
        ObjectNode object = store.find(target.key());
        if (object == null) {
            throw ApiFailure.notFound(target.subject());
        }
        return inVersion(target.kind(), object);
    }

    /** Objects at one moment, for a watch that goes on from there. */
    public ObjectStore.Listing standing(Target target) {
        return store.list(target.kind().resource(), target.namespace());
    }

    public History history() {
        return store.history();
    }

    public ObjectNode list(Target target, Query query) {
        ResourceKind kind = target.kind();
        ObjectStore.Listing listing = standing(target);
        Predicate<JsonNode> wanted = query.matching(kind);
        String after = query.continueToken().isEmpty() ? "" : decode(query.continueToken());
        List<ObjectNode> rest = listing.objects().stream()
                .filter(wanted)
                .filter(object -> position(object).compareTo(after) > 0)
                .toList();
        boolean cut = query.limit() > 0 && rest.size() > query.limit();
        List<ObjectNode> page = cut ? rest.subList(0, query.limit()) : rest;
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", kind.names().kind() + "List").put("apiVersion", kind.apiVersion());
        ObjectNode metadata = list.putObject("metadata");
        metadata.put("resourceVersion", Long.toString(listing.revision()));
        if (cut) {
            metadata.put("continue", encode(position(page.getLast())));
            metadata.put("remainingItemCount", rest.size() - page.size());
        }
        ArrayNode items = list.putArray("items");
        page.forEach(object -> items.add(inVersion(kind, object)));
        return list;
    }

    /** The object as the version of the kind shows it: versions differ by their name only. */
    public static ObjectNode inVersion(ResourceKind kind, ObjectNode object) {
        if (object.path("apiVersion").asText().equals(kind.apiVersion())) {
            return object;
        }
        return object.deepCopy().put("apiVersion", kind.apiVersion());
    }

    private static String position(JsonNode object) {
        return Metadata.text(object, "namespace") + '\0' + Metadata.text(object, "name");
    }

    private static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiFailure.badRequest("continue key is not valid: " + e.getMessage());
        }
    }
}
