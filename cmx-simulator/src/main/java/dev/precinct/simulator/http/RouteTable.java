package dev.precinct.simulator.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes; finds the one for a request. */
final class RouteTable {
    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingLong(Route::fixedSegments).reversed())
                .toList();
    }

    /** A route and the values of its named segments. */
    record Match(Route route, Map<String, String> values) {}

    List<Route> routes() {
        return routes;
    }

    Optional<Match> find(String method, List<String> segments) {
        for (var route : routes) {
            if (route.method().equals(method)) {
                var values = route.match(segments);
                if (values.isPresent()) {
                    return Optional.of(new Match(route, values.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether another method would do. */
    boolean knows(List<String> segments) {
        return routes.stream().anyMatch(route -> route.match(segments).isPresent());
    }
}
