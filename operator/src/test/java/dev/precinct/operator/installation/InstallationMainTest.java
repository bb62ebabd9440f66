package dev.precinct.operator.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final InstallationMain installation =
            new InstallationMain(new PrintStream(out, true, StandardCharsets.UTF_8));

    private int run(String... arguments) {
        return installation.run(List.of(arguments), Map.of());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "passwords", "apply", "check", "passwords --mysql", "passwords --postgresql=host", "make tea"
            })
    void whatItDoesNotKnowGetsTheUsage(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(64);
        assertThat(said()).startsWith("usage: passwords");
    }

    @Test
    void aCheckWaitsUntilAllAnswer() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var asked = new AtomicInteger();
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 2 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/health/ready";

            assertThat(run("check", url)).isZero();
            assertThat(said()).contains(url + ": answers");
            assertThat(asked).hasValue(2);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("apply", "/nowhere/tenant.yaml")).isEqualTo(1);
        assertThat(said()).contains("/nowhere/tenant.yaml");
    }
}
