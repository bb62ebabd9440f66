package dev.precinct.gateway.observability;

import dev.precinct.gateway.exchange.Exchange;
import dev.precinct.gateway.routing.Route;
import dev.precinct.gateway.tenants.TenantSite;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts each endpoint: requests, duration, bytes, by tenant, route, method and status. Text in Prometheus' format. */
public final class RequestMetrics {
    private static final double[] BOUNDS_SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };
    private static final String NONE = "none";

    private final Map<Endpoint, Counts> byEndpoint = new ConcurrentHashMap<>();

    private record Endpoint(String tenant, String route, String method, int status) {}

    private static final class Counts {
        private final LongAdder requests = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAdder bytes = new LongAdder();
        private final AtomicLongArray buckets = new AtomicLongArray(BOUNDS_SECONDS.length + 1);
    }

    public void answered(Exchange exchange, long tookNanos) {
        var endpoint = new Endpoint(
                exchange.findTenant().map(TenantSite::name).orElse(NONE),
                exchange.findRoute().map(Route::path).orElse(NONE),
                // Of an unknown route the method is a client's free text: it must not make series.
                exchange.findRoute().isPresent() ? exchange.method() : NONE,
                exchange.response().status().code());
        var counts = byEndpoint.computeIfAbsent(endpoint, key -> new Counts());
        counts.requests.increment();
        counts.nanos.add(tookNanos);
        counts.bytes.add(exchange.bodyBytes());
        counts.buckets.incrementAndGet(bucketOf(tookNanos / 1e9));
    }

    private static int bucketOf(double seconds) {
        int bucket = 0;
        while (bucket < BOUNDS_SECONDS.length && seconds > BOUNDS_SECONDS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    /** All counts now. */
    public String text() {
        var text = new StringBuilder(4096);
        var sorted = new TreeMap<String, Counts>();
        byEndpoint.forEach((endpoint, counts) -> sorted.put(labels(endpoint), counts));
        text.append("# TYPE precinct_gateway_requests_total counter\n");
        sorted.forEach((labels, counts) -> line(text, "requests_total", labels, counts.requests.sum()));
        text.append("# TYPE precinct_gateway_response_bytes_total counter\n");
        sorted.forEach((labels, counts) -> line(text, "response_bytes_total", labels, counts.bytes.sum()));
        text.append("# TYPE precinct_gateway_request_duration_seconds histogram\n");
        sorted.forEach((labels, counts) -> histogram(text, labels, counts));
        return text.toString();
    }

    private static void histogram(StringBuilder text, String labels, Counts counts) {
        long sum = 0;
        for (int i = 0; i < BOUNDS_SECONDS.length; i++) {
            sum += counts.buckets.get(i);
            line(text, "request_duration_seconds_bucket", labels + ",le=\"" + BOUNDS_SECONDS[i] + "\"", sum);
        }
        sum += counts.buckets.get(BOUNDS_SECONDS.length);
        line(text, "request_duration_seconds_bucket", labels + ",le=\"+Inf\"", sum);
        line(text, "request_duration_seconds_sum", labels, counts.nanos.sum() / 1e9);
        line(text, "request_duration_seconds_count", labels, sum);
    }

    private static void line(StringBuilder text, String name, String labels, Number value) {
        text.append("precinct_gateway_")
                .append(name)
                .append('{')
                .append(labels)
                .append("} ")
                .append(value)
                .append('\n');
    }

    private static String labels(Endpoint endpoint) {
        return "tenant=\"%s\",route=\"%s\",method=\"%s\",status=\"%d\""
                .formatted(endpoint.tenant, endpoint.route, endpoint.method, endpoint.status);
    }
}
