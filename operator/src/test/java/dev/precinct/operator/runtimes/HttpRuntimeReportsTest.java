package dev.precinct.operator.runtimes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpRuntimeReportsTest {
    private static final String REPORT = """
            {"seed":{"sha256":"abc","unresolvedSegments":[],"keptDifferences":[]},
             "cmx":{"state":"REACHABLE","since":"2026-11-21T10:00:00Z","message":"ok"},"later":1}""";

    @Test
    void aReportIsReadAndWhatALaterRuntimeAddsIsLetBe() throws IOException {
        assertThat(fetch(200, REPORT))
                .hasValueSatisfying(report -> assertThat(report.seed().sha256()).isEqualTo("abc"));
    }

    @Test
    void anAnswerThatIsNoReportIsNone() throws IOException {
        assertThat(fetch(200, "<html>")).isEmpty();
        assertThat(fetch(500, REPORT)).isEmpty();
    }

    @Test
    void aRuntimeThatIsNotThereSaysNothing() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        var address = server.getAddress();
        server.stop(0);

        assertThat(new HttpRuntimeReports((namespace, port) -> Optional.of(address)).fetch("tenant-acme"))
                .isEmpty();
        assertThat(new HttpRuntimeReports((namespace, port) -> Optional.empty()).fetch("tenant-acme"))
                .isEmpty();
    }

    private static Optional<dev.precinct.tenancy.runtime.RuntimeReport> fetch(int status, String body)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/report", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        try {
            return new HttpRuntimeReports((namespace, port) -> Optional.of(server.getAddress())).fetch("tenant-acme");
        } finally {
            server.stop(0);
        }
    }
}
