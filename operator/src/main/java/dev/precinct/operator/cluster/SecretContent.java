package dev.precinct.operator.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What a look at one Secret gave. "May not read" is not "is not there": a password must never be made anew because of it. */
public sealed interface SecretContent {
    /** The value of a key as text; empty when Secret or key are not there. */
    default Optional<String> find(String key) {
        return switch (this) {
            case Present present -> Optional.ofNullable(present.data.get(key)).map(SecretContent::decoded);
            case Absent absent -> Optional.empty();
            case Unreadable unreadable -> Optional.empty();
        };
    }

    /** @param data values in base64, as in the API */
    record Present(Map<String, String> data) implements SecretContent {
        public Present {
            data = Map.copyOf(data);
        }

        @Override
        public String toString() {
            return "Present" + data.keySet();
        }
    }

    /** There is no such Secret. */
    record Absent() implements SecretContent {}

    /** The operator has no right to read it, yet or any more. */
    record Unreadable() implements SecretContent {}

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
