package dev.precinct.gateway.routing;

import java.time.Duration;

/**
 * One row of the route table.
 *
 * @param method HTTP method, or {@code *} for any
 * @param path segments; {@code {name}} stands for one, {@code **} at the end for any number
 * @param timeLimit until the answer begins, and between two parts of it
 * @param bodyLimitBytes of the request
 * @param streaming the answer may pause for as long as it likes, and ends when the user may no longer see it
 */
public record Route(
        String method,
        String path,
        Access access,
        Target target,
        Duration timeLimit,
        long bodyLimitBytes,
        boolean streaming) {
    public static final String ANY = "*";

    boolean takes(String requestMethod) {
        return method.equals(ANY)
                || method.equals(requestMethod)
                // HEAD is GET without a body: whoever may read may ask for the headers alone.
                || (method.equals("GET") && requestMethod.equals("HEAD"));
    }
}
