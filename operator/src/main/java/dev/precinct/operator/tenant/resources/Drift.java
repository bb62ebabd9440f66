package dev.precinct.operator.tenant.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether an object has to be written. Two signs: a field that we want differs, or the mark of what was last applied does (that shows a
 * field that we no longer want, which a comparison of what we want can't see). What others added beside ours is left alone, as
 * server-side apply leaves it.
 */
public final class Drift {
    /** Hash of the object as the operator last applied it. */
    public static final String MARK = "precinct.dev/applied";

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    /** What tells the elements of a list apart, for lists to which the API server lets others add. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "containers", List.of("name"),
            "env", List.of("name"),
            "volumes", List.of("name"),
            "volumeMounts", List.of("mountPath"));

    /** Where an addition by others would open what we closed: compared as a whole, and applied as a whole. */
    private static final Set<String> EXACT = Set.of("ingress", "egress", "podSelector", "subjects", "roleRef");

    private Drift() {}

    /** The object with its mark. */
    public static <T extends HasMetadata> T marked(T object) {
        var annotations = new TreeMap<>(
                object.getMetadata().getAnnotations() == null
                        ? Map.of()
                        : object.getMetadata().getAnnotations());
        annotations.remove(MARK);
        object.getMetadata().setAnnotations(annotations.isEmpty() ? null : annotations);
        annotations.put(MARK, sha256(object));
        object.getMetadata().setAnnotations(annotations);
        return object;
    }

    /** @param desired {@link #marked} */
    public static boolean between(HasMetadata desired, HasMetadata found) {
        return differs("", JSON.valueToTree(desired), JSON.valueToTree(found));
    }

    private static boolean differs(String field, JsonNode desired, JsonNode found) {
        if (EXACT.contains(field) && fieldsMissing(found, desired)) {
            return true;
        }
        if (isNothing(desired)) {
            return !isNothing(found) && desired.isContainerNode() && desired.isArray();
        }
        if (desired.isObject()) {
            return opensMore(desired, found)
                    || desired.properties().stream()
                            .anyMatch(entry -> differs(entry.getKey(), entry.getValue(), found.path(entry.getKey())));
        }
        if (desired.isArray()) {
            return KEYS.containsKey(field)
                    ? keyedDiffers(field, desired, found)
                    : desired.size() != found.size() || elementsDiffer(field, desired, found);
        }
        return !desired.asText().equals(found.asText()) || found.isMissingNode();
    }

    private static boolean keyedDiffers(String field, JsonNode desired, JsonNode found) {
        for (JsonNode wanted : desired) {
            if (find(KEYS.getOrDefault(field, List.of()), wanted, found)
                    .map(twin -> differs("", wanted, twin))
                    .orElse(true)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<JsonNode> find(List<String> keys, JsonNode wanted, JsonNode found) {
        for (JsonNode candidate : found) {
            if (keys.stream().allMatch(key -> wanted.path(key).equals(candidate.path(key)))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean elementsDiffer(String field, JsonNode desired, JsonNode found) {
        for (int index = 0; index < desired.size(); index++) {
            if (differs(field, desired.get(index), found.path(index))) {
                return true;
            }
        }
        return false;
    }

    /** A list that we leave out because it is empty: what somebody put there is not seen by looking at what we want. */
    private static boolean opensMore(JsonNode desired, JsonNode found) {
        return EXACT.stream().anyMatch(field -> !desired.has(field) && !isNothing(found.path(field)));
    }

    /** Whether the second lacks anything of the first. */
    private static boolean fieldsMissing(JsonNode first, JsonNode second) {
        if (isNothing(first)) {
            return false;
        }
        if (first.isObject()) {
            return first.properties().stream()
                    .anyMatch(entry -> fieldsMissing(entry.getValue(), second.path(entry.getKey())));
        }
        if (first.isArray()) {
            for (int index = 0; index < first.size(); index++) {
                if (index >= second.size() || fieldsMissing(first.get(index), second.path(index))) {
                    return true;
                }
            }
            return false;
        }
        return second.isMissingNode();
    }

    /** The API server leaves out what is empty. */
    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }

    private static String sha256(HasMetadata object) {
        try {
            String text = JSON.writeValueAsString(JSON.convertValue(object, Map.class));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object of the client's model is always JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
