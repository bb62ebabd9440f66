package dev.precinct.gateway.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not served.
 *
 * @param name last part of the problem's type: stable
 * @param headers that go with the answer, for example Retry-After
 */
public record Rejection(
        int status, String name, String title, @Nullable String detail, Map<String, String> headers) {
    public Rejection {
        headers = Map.copyOf(headers);
    }

    public static Rejection of(int status, String name, String title, @Nullable String detail) {
        return new Rejection(status, name, title, detail, Map.of());
    }

    public static Rejection unknownHost() {
        return of(404, "unknown-host", "No tenant has this host", null);
    }

    public static Rejection notFound() {
        return of(404, "not-found", "Nothing is here", null);
    }

    public static Rejection badRequest(String detail) {
        return of(400, "bad-request", "The request can't be understood", detail);
    }

    public static Rejection methodNotAllowed(List<String> allowed) {
        return new Rejection(
                405,
                "method-not-allowed",
                "This path has other methods",
                null,
                Map.of("Allow", String.join(", ", allowed)));
    }

    /** One answer for every way of not being logged in. */
    public static Rejection unauthorized(String challenge) {
        return new Rejection(
                401, "unauthorized", "Valid credentials are needed", null, Map.of("WWW-Authenticate", challenge));
    }

    public static Rejection forbidden() {
        return of(403, "forbidden", "Your role does not allow this", null);
    }

    public static Rejection crossSite() {
        return of(403, "cross-site", "Another site sent this request", null);
    }

    public static Rejection tooLarge(long limitBytes) {
        return of(413, "too-large", "The request is too large", "at most " + limitBytes + " bytes");
    }

    public static Rejection tooManyFailures(Duration retryAfter) {
        return retrying(429, "too-many-failures", "Too many failed logins", null, retryAfter);
    }

    public static Rejection notNow(String detail) {
        return retrying(503, "not-ready", "Not ready to answer yet", detail, Duration.ofSeconds(2));
    }

    public static Rejection runtimeUnavailable() {
        return retrying(
                503, "runtime-unavailable", "The tenant's backend does not answer", null, Duration.ofSeconds(2));
    }

    public static Rejection runtimeBusy() {
        return retrying(
                503,
                "runtime-busy",
                "The tenant's backend has too many requests to answer",
                null,
                Duration.ofSeconds(1));
    }

    public static Rejection tooManyWait() {
        return retrying(
                503,
                "runtime-starting",
                "The tenant's backend is starting",
                "Too many requests wait for it already",
                Duration.ofSeconds(5));
    }

    public static Rejection runtimeTooSlow() {
        return of(504, "runtime-too-slow", "The tenant's backend did not answer in time", null);
    }

    public static Rejection runtimeBroken() {
        return of(502, "runtime-bad-answer", "The tenant's backend gave no whole answer", null);
    }

    public static Rejection internalError() {
        return of(500, "internal-error", "Something went wrong in the gateway", null);
    }

    private static Rejection retrying(
            int status, String name, String title, @Nullable String detail, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Rejection(status, name, title, detail, Map.of("Retry-After", Long.toString(seconds)));
    }
}
