package dev.precinct.runtime.nativeapi.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.precinct.runtime.access.User;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A user as the API shows him.
 *
 * @param password only in the answer that made it
 */
record UserJson(
        String name,
        @Nullable String role,
        SortedSet<String> groups,
        List<String> segments,
        @Nullable String disclosure,
        String origin,
        boolean changed,
        boolean administrator,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String password) {

    static UserJson of(User user, @Nullable String password) {
        return new UserJson(
                user.name(),
                user.grant().role(),
                user.groups(),
                user.grant().segments().stream().map(SegmentPath::text).toList(),
                user.grant().disclosure(),
                user.provenance().origin().name(),
                user.provenance().changed(),
                user.administrator(),
                password);
    }

    @Override
    public String toString() {
        return "UserJson[" + name + "]";
    }
}
