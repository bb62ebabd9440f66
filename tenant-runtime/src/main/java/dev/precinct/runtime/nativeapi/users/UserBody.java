package dev.precinct.runtime.nativeapi.users;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.administration.UserRefusedException;
import dev.precinct.tenancy.permission.SegmentPath;
import dev.precinct.tenancy.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a client sends of a user, field by field; what it does not send stays as it was. */
final class UserBody {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_ENTRIES = 200;

    private final ObjectNode body;
    private final List<FieldError> errors = new ArrayList<>();

    private UserBody(ObjectNode body) {
        this.body = body;
    }

    /** Empty when the text is no JSON object. */
    static Optional<UserBody> parse(String json) {
        try {
            return MAPPER.readTree(json) instanceof ObjectNode node
                    ? Optional.of(new UserBody(node))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** @param grant and groups as they are to be */
    record Wanted(String name, Grant grant, SortedSet<String> groups) {}

    /**
     * @param fields that may be there
     * @throws UserRefusedException naming each field that is wrong
     */
    Wanted over(String name, Grant before, SortedSet<String> groupsBefore, Set<String> fields) {
        body.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                errors.add(new FieldError(
                        field, "not a field here; there are " + String.join(", ", new TreeSet<>(fields))));
            }
        });
        String wantedName = fields.contains("name") ? text("name", name) : name;
        var grant = new Grant(
                text("role", before.role()), segments(before.segments()), text("disclosure", before.disclosure()));
        var groups = body.has("groups") ? new TreeSet<>(texts("groups")) : groupsBefore;
        if (!errors.isEmpty()) {
            throw UserRefusedException.invalid(errors);
        }
        return new Wanted(wantedName == null ? "" : wantedName, grant, groups);
    }

    private @Nullable String text(String field, @Nullable String before) {
        JsonNode node = body.get(field);
        if (node == null) {
            return before;
        }
        if (node.isNull() || (node.isTextual() && !node.textValue().isEmpty())) {
            return node.textValue();
        }
        errors.add(new FieldError(field, "a text that is not empty"));
        return before;
    }

    private List<String> texts(String field) {
        JsonNode node = body.path(field);
        var found = new ArrayList<String>();
        node.forEach(each -> {
            if (each.isTextual()) {
                found.add(each.textValue());
            }
        });
        if (!node.isArray() || found.size() != node.size() || found.size() > MOST_ENTRIES) {
            errors.add(new FieldError(field, "a list of at most " + MOST_ENTRIES + " texts"));
            return List.of();
        }
        return found;
    }

    private List<SegmentPath> segments(List<SegmentPath> before) {
        if (!body.has("segments")) {
            return before;
        }
        var paths = new ArrayList<SegmentPath>();
        for (String text : texts("segments")) {
            try {
                var path = new SegmentPath(text);
                if (!paths.contains(path)) {
                    paths.add(path);
                }
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError(
                        "segments", "Campus>Building>Floor>Zone, one to four names without blanks around them, or *"));
            }
        }
        return paths;
    }
}
