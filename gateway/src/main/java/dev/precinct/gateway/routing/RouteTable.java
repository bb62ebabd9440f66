package dev.precinct.gateway.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request. A literal segment wins over {@code {name}}, which wins over {@code **}. */
public final class RouteTable {
    private final List<Route> routes;
    private final Node root = new Node();

    /** One segment deep in the tree of paths. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node any;
        private final List<Route> ending = new ArrayList<>();
        private final List<Route> rest = new ArrayList<>();
    }

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.routes.forEach(this::add);
    }

    private void add(Route route) {
        var node = root;
        for (var segment : RequestPath.split(route.path())) {
            if (segment.equals("**")) {
                node.rest.add(route);
                return;
            }
            if (segment.startsWith("{")) {
                node.any = node.any == null ? new Node() : node.any;
                node = node.any;
            } else {
                node = node.literals.computeIfAbsent(segment, name -> new Node());
            }
        }
        node.ending.add(route);
    }

    public List<Route> routes() {
        return routes;
    }

    /** @param path decoded segments, see {@link RequestPath} */
    public RouteMatch match(String method, List<String> path) {
        var candidates = find(root, path, 0);
        if (candidates.isEmpty()) {
            return new RouteMatch.Missing();
        }
        for (var route : candidates) {
            if (route.takes(method)) {
                return route.target() == Target.NONE ? new RouteMatch.Missing() : new RouteMatch.Found(route);
            }
        }
        return new RouteMatch.OtherMethods(
                candidates.stream().map(Route::method).distinct().sorted().toList());
    }

    private static List<Route> find(Node node, List<String> path, int depth) {
        if (depth == path.size()) {
            return node.ending.isEmpty() ? node.rest : node.ending;
        }
        var literal = node.literals.get(path.get(depth));
        if (literal != null) {
            var found = find(literal, path, depth + 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        if (node.any != null && !path.get(depth).isEmpty()) {
            var found = find(node.any, path, depth + 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return node.rest;
    }
}
