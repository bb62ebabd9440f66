package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.Grant;
import dev.precinct.tenancy.permission.SegmentPath;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The columns of a grant. */
@Embeddable
@SuppressWarnings("ArrayRecordComponent") // text[] of PostgreSQL; never compared
record GrantColumns(
        @Nullable String role, String[] segments, @Nullable String disclosure) {
    static GrantColumns of(Grant grant) {
        return new GrantColumns(
                grant.role(),
                grant.segments().stream().map(SegmentPath::text).toArray(String[]::new),
                grant.disclosure());
    }

    Grant toGrant() {
        return new Grant(role, Arrays.stream(segments).map(SegmentPath::new).toList(), disclosure);
    }
}
