package dev.precinct.operator.runtimes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpRuntimeFarewellsTest {
    @Test
    void aRuntimeThatLeftLeavesNothing() throws IOException {
        assertThat(answered(200, "left")).isEmpty();
    }

    @Test
    void whatTheRuntimeSaysIsHandedOn() throws IOException {
        assertThat(answered(502, "CMX answers with status 503\n")).hasValue("CMX answers with status 503");
    }

    @Test
    void anOlderRuntimeThatKnowsNoLeavingMayStay() throws IOException {
        assertThat(answered(404, "")).hasValue("the runtime answers with status 404");
    }

    @Test
    void aRuntimeThatIsNotThereMayStay() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        var address = server.getAddress();
        server.stop(0);

        assertThat(new HttpRuntimeFarewells((_, _) -> Optional.of(address)).leave("tenant-acme"))
                .hasValue("the runtime does not answer in time");
        assertThat(new HttpRuntimeFarewells((_, _) -> Optional.empty()).leave("tenant-acme"))
                .hasValue("the runtime is not there to be asked");
    }

    private static Optional<String> answered(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/leave", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    exchange.getRequestMethod().equals("POST") ? status : 405, bytes.length == 0 ? -1 : bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        try {
            return new HttpRuntimeFarewells((_, _) -> Optional.of(server.getAddress())).leave("tenant-acme");
        } finally {
            server.stop(0);
        }
    }
}
