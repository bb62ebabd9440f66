package dev.precinct.tenancy.principal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the change stream. Fields of the entry: {@code revision} (decimal), {@code name}, {@code principal} (JSON of {@link
 * Principal}, absent when the user was removed). Revisions rise by one.
 */
public record PrincipalChange(
        long revision, String name, @Nullable Principal principal) {
    public static final String REVISION = "revision";
    public static final String NAME = "name";
    public static final String PRINCIPAL = "principal";

    public Map<String, String> toFields() {
        return principal == null
                ? Map.of(REVISION, Long.toString(revision), NAME, name)
                : Map.of(REVISION, Long.toString(revision), NAME, name, PRINCIPAL, PrincipalJson.write(principal));
    }

    /** Empty when the fields are not those of a change: such an entry is not ours. */
    public static Optional<PrincipalChange> fromFields(Map<String, String> fields) {
        String revision = fields.get(REVISION);
        String name = fields.get(NAME);
        if (revision == null || name == null) {
            return Optional.empty();
        }
        String json = fields.get(PRINCIPAL);
        var principal = json == null ? null : PrincipalJson.read(json, Principal.class);
        return Optional.of(new PrincipalChange(Long.parseLong(revision), name, principal));
    }
}
