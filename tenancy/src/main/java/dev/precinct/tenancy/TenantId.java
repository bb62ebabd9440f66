package dev.precinct.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Stable, opaque identity of a tenant: the UID of its resource without dashes, 32 lower-case hexadecimal digits. Names can be
 * used again after a deletion, ids can't, so everything that outlives a request is named after the id.
 */
public record TenantId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    @JsonCreator
    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a tenant id is 32 lower-case hexadecimal digits, not: " + value);
        }
    }

    /** The id of the tenant whose resource has this Kubernetes UID. */
    public static TenantId ofUid(String uid) {
        return new TenantId(uid.replace("-", "").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
