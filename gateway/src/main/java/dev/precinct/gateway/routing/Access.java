package dev.precinct.gateway.routing;

/** Who may use a route. */
public sealed interface Access {
    /** Anybody, without credentials. */
    record Public() implements Access {}

    /** Every user of the tenant. */
    record Authenticated() implements Access {}

    /** Users whose role allows this action, for example {@code clients:read}. */
    record Action(String name) implements Access {}

    /** @param text {@code public}, {@code authenticated}, or an action */
    static Access of(String text) {
        return switch (text) {
            case "public" -> new Public();
            case "authenticated" -> new Authenticated();
            default -> {
                if (!text.matches("[a-z]+:[a-z]+")) {
                    throw new IllegalArgumentException("access is public, authenticated or thing:verb, not: " + text);
                }
                yield new Action(text);
            }
        };
    }

    default String text() {
        return switch (this) {
            case Public p -> "public";
            case Authenticated a -> "authenticated";
            case Action action -> action.name();
        };
    }
}
