package dev.precinct.operator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    private final AtomicBoolean ready = new AtomicBoolean();
    private final OperatorMetrics metrics = new OperatorMetrics(() -> 7);

    @Test
    void aliveIsNotReady() throws Exception {
        try (var server = new HealthServer(0, ready::get, metrics)) {
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);

            ready.set(true);

            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsCountedIsTold() throws Exception {
        metrics.passed("settled");
        metrics.passed("settled");
        metrics.passed("failed");
        metrics.took(Duration.ofMillis(1500));
        try (var server = new HealthServer(0, ready::get, metrics)) {
            assertThat(get(server, "/metrics").body())
                    .contains(
                            "precinct_operator_passes_total{result=\"settled\"} 2",
                            "precinct_operator_passes_total{result=\"failed\"} 1",
                            "precinct_operator_pass_seconds_total 1.5",
                            "precinct_operator_object_writes_total 7");
        }
    }

    private static HttpResponse<String> get(HealthServer server, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
