package dev.precinct.gateway.routing;

import java.util.List;

/** What the route table says of a method and path. */
public sealed interface RouteMatch {
    record Found(Route route) implements RouteMatch {}

    /** No route has the path. */
    record Missing() implements RouteMatch {}

    /** Routes have the path, for other methods. */
    record OtherMethods(List<String> allowed) implements RouteMatch {}
}
