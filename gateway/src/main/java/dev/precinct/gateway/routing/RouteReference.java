package dev.precinct.gateway.routing;

import java.util.Locale;

/** Writes the route table as a page for people: {@code gateway/docs/routes.md}. */
public final class RouteReference {
    private static final String HEAD = """
            # Routes of the gateway

            Generated from `src/main/resources/routes.yaml`; do not edit. A path without a row answers 404, a method without a row 405.
            GET stands for HEAD too.

            | Method | Path | Access | Target | Time limit | Body limit |
            |---|---|---|---|---|---|
            """;

    private RouteReference() {}

    public static String markdown(RouteTable table) {
        var page = new StringBuilder(HEAD);
        for (var route : table.routes()) {
            page.append("| %s | `%s` | %s | %s | %s%s | %s |%n"
                    .formatted(
                            route.method().equals(Route.ANY) ? "any" : route.method(),
                            route.path(),
                            route.access().text(),
                            route.target().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            seconds(route),
                            route.streaming() ? ", then none" : "",
                            bytes(route.bodyLimitBytes())));
        }
        return page.toString();
    }

    private static String seconds(Route route) {
        return route.target() == Target.NONE ? "–" : route.timeLimit().toSeconds() + " s";
    }

    private static String bytes(long bytes) {
        return bytes % 1024 == 0 && bytes > 0 ? bytes / 1024 + " KiB" : bytes + " B";
    }
}
