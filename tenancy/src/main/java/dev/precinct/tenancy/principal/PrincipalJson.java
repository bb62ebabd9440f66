package dev.precinct.tenancy.principal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The wire form of principals in Redis, in one place for its writer and its readers. */
public final class PrincipalJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PrincipalJson() {}

    /** @param value a {@link Principal} or {@link PrincipalsSnapshot} */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of strings and numbers is always JSON", e);
        }
    }

    /** @throws IllegalArgumentException when the text is not that JSON */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + " in JSON", e);
        }
    }
}
