package dev.precinct.simulator.http;

import dev.precinct.simulator.rawhttp.RawQuery;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One served method and path; {@code {name}} stands for one segment. */
record Route(String method, String pattern, Access access, Action action) {

    /** What a route does. */
    interface Action {
        void answer(Exchange exchange) throws IOException;
    }

    static Route get(String pattern, Access access, Action action) {
        return new Route("GET", pattern, access, action);
    }

    /** The values of the named segments where the path fits. */
    Optional<Map<String, String>> match(List<String> segments) {
        var parts = RawQuery.segments(pattern);
        if (parts.size() != segments.size()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (var index = 0; index < parts.size(); index++) {
            var part = parts.get(index);
            if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), segments.get(index));
            } else if (!part.equals(segments.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** How many segments are fixed: of two routes that fit the one with more wins. */
    long fixedSegments() {
        return RawQuery.segments(pattern).stream()
                .filter(part -> !part.startsWith("{"))
                .count();
    }
}
