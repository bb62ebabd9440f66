package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Label and field selectors as requests write them. */
public final class Selectors {
    private static final Pattern SET_BASED = Pattern.compile("\\s*(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
    private static final Pattern EQUALITY = Pattern.compile("\\s*([^=!\\s]+)\\s*(==|=|!=)\\s*([^=!\\s]*)\\s*");
    private static final Pattern EXISTENCE = Pattern.compile("\\s*(!?)\\s*([^=!\\s]+)\\s*");
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "events",
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type"),
            "secrets",
            Set.of("type"),
            "namespaces",
            Set.of("status.phase"),
            "pods",
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "status.phase"));

    private Selectors() {}

    /** Objects that match both selectors; an empty selector matches everything. */
    public static Predicate<JsonNode> matching(ResourceKind kind, String labelSelector, String fieldSelector) {
        return labels(labelSelector).and(fields(kind, fieldSelector));
    }

    private static Predicate<JsonNode> labels(String selector) {
        Predicate<JsonNode> all = labels -> true;
        for (String requirement : requirements(selector)) {
            all = all.and(labelRequirement(requirement));
        }
        Predicate<JsonNode> matching = all;
        return object -> matching.test(object.path("metadata").path("labels"));
    }

    private static List<String> requirements(String selector) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < selector.length(); i++) {
            char c = selector.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(selector.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(selector.substring(start));
        return parts.stream().filter(p -> !p.isBlank()).toList();
    }

    private static Predicate<JsonNode> labelRequirement(String requirement) {
        Matcher set = SET_BASED.matcher(requirement);
        if (set.matches()) {
            Set<String> values = Set.copyOf(
                    List.of(set.group(3).split(",")).stream().map(String::strip).toList());
            boolean in = set.group(2).equals("in");
            String key = set.group(1);
            return labels ->
                    (labels.has(key) && values.contains(labels.path(key).asText())) == in;
        }
        Matcher equality = EQUALITY.matcher(requirement);
        if (equality.matches()) {
            String key = equality.group(1);
            String value = equality.group(3);
            boolean equal = !equality.group(2).equals("!=");
            return labels -> (labels.has(key) && labels.path(key).asText().equals(value)) == equal;
        }
        Matcher existence = EXISTENCE.matcher(requirement);
        if (existence.matches()) {
            boolean there = existence.group(1).isEmpty();
            return labels -> labels.has(existence.group(2)) == there;
        }
        throw ApiFailure.badRequest("unable to parse requirement: " + requirement);
    }

    private static Predicate<JsonNode> fields(ResourceKind kind, String selector) {
        Predicate<JsonNode> all = object -> true;
        for (String requirement : requirements(selector)) {
            Matcher equality = EQUALITY.matcher(requirement);
            if (!equality.matches()) {
                throw ApiFailure.badRequest(
                        "invalid selector: '" + requirement + "'; can't understand '" + requirement + "'");
            }
            all = all.and(fieldRequirement(kind, equality));
        }
        return all;
    }

    private static Predicate<JsonNode> fieldRequirement(ResourceKind kind, Matcher equality) {
        String field = equality.group(1);
        boolean supported = field.equals("metadata.name")
                || field.equals("metadata.namespace") && kind.namespaced()
                || !kind.traits().custom()
                        && FIELDS.getOrDefault(kind.names().plural(), Set.of()).contains(field);
        if (!supported) {
            throw ApiFailure.badRequest("field label not supported: " + field);
        }
        boolean equal = !equality.group(2).equals("!=");
        String pointer = "/" + field.replace('.', '/');
        String value = equality.group(3);
        return object -> object.at(pointer).asText().equals(value) == equal;
    }
}
