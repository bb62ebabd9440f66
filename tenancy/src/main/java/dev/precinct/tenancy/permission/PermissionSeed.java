package dev.precinct.tenancy.permission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The permissions that the Tenant's YAML declares, as the operator writes them to the file that a runtime reads
 * ({@code permissions.json}). Passwords are not in it: they are files named after the user in a folder of their own.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PermissionSeed(
        List<Role> roles, List<Disclosure> disclosures, List<Group> groups, List<User> users, String administrator) {

    /** @param allow actions, for example {@code clients:read} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Role(String name, List<String> allow) {
        public Role {
            allow = copy(allow);
        }
    }

    /** A grant that all members share. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Group(
            String name,
            @Nullable String role,
            List<SegmentPath> segments,
            @Nullable String disclosure) {
        public Group {
            segments = copy(segments);
        }
    }

    /** A user: own role, segments and disclosure, beside what the groups give. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record User(
            String name,
            @Nullable String role,
            List<String> groups,
            List<SegmentPath> segments,
            @Nullable String disclosure) {
        public User {
            groups = copy(groups);
            segments = copy(segments);
        }
    }

    public PermissionSeed {
        roles = copy(roles);
        disclosures = copy(disclosures);
        groups = copy(groups);
        users = copy(users);
    }

    /** Jackson hands over null for a list that is not in the file. */
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
