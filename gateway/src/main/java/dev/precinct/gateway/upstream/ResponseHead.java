package dev.precinct.gateway.upstream;

import java.util.List;
import java.util.Optional;

/** Status and headers of a runtime's answer. */
public record ResponseHead(int status, List<HeaderField> headers) {
    public Optional<String> find(String name) {
        for (var header : headers) {
            if (header.is(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    boolean isInterim() {
        return status >= 100 && status < 200;
    }

    boolean isLast() {
        return find("Connection").map(value -> value.equalsIgnoreCase("close")).orElse(false);
    }
}
