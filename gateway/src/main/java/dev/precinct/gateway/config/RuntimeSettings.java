package dev.precinct.gateway.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where runtimes are, and how much of the gateway one of them may take.
 *
 * @param localAddresses folder where a node on this machine says where runtimes listen; null in a cluster
 * @param requests that may be under way at one runtime; more are refused
 * @param streams the same for streaming answers, which stay open for hours
 * @param holds for requests to a runtime that sleeps or starts
 */
public record RuntimeSettings(@Nullable Path localAddresses, int requests, int streams, HoldLimits holds) {
    public static final int DEFAULT_REQUESTS = 256;
    public static final int DEFAULT_STREAMS = 1024;
}
