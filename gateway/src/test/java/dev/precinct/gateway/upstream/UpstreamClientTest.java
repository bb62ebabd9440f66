package dev.precinct.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.gateway.testing.TestingRuntime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamClientTest {
    private final UpstreamClient client = new UpstreamClient();
    private final TestingRuntime runtime = new TestingRuntime();

    UpstreamClientTest() throws IOException {}

    @AfterEach
    void end() throws IOException {
        client.close();
        runtime.close();
    }

    private InetSocketAddress address() {
        return runtime.find("any", "http").orElseThrow();
    }

    private static UpstreamRequest get(Duration timeLimit) {
        return new UpstreamRequest("GET", "/", List.of(), new UpstreamRequest.Body.Empty(), timeLimit, false);
    }

    private static UpstreamRequest post() {
        var body = new UpstreamRequest.Body.Bytes(new byte[] {1});
        return new UpstreamRequest("POST", "/", List.of(), body, Duration.ofSeconds(5), false);
    }

    private void answering(String raw) {
        runtime.answering((request, out) -> {
            out.write(raw.getBytes(StandardCharsets.ISO_8859_1));
            throw new IOException("end after the answer");
        });
    }

    private String body(UpstreamResponse response) throws UpstreamException {
        var body = new ByteArrayOutputStream();
        byte[] buffer = new byte[7];
        for (int read = response.read(buffer, 0, 7); read >= 0; read = response.read(buffer, 0, 7)) {
            body.write(buffer, 0, read);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nhello, world",
                "HTTP/1.1 200\r\ncontent-length:12\r\n\r\nhello, world",
                "HTTP/1.1 200 OK\nContent-Length: 12\n\nhello, world",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nhello, world",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7;x=y\r\n, world\r\n0\r\nT: 1\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\nhello, world"
            })
    void everyFramingOfHttpIsRead(String raw) throws UpstreamException {
        answering(raw);
        try (var response = client.send(address(), get(Duration.ofSeconds(5)))) {
            assertThat(response.head().status()).isEqualTo(200);
            assertThat(body(response)).isEqualTo("hello, world");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n"
            })
    void whatIsNoWholeAnswerIsBroken(String raw) {
        answering(raw);
        assertThatThrownBy(() -> {
                    try (var response = client.send(address(), get(Duration.ofSeconds(5)))) {
                        body(response);
                    }
                })
                .isInstanceOf(UpstreamException.Broken.class);
    }

    @Test
    void anAnswerThatComesTooLateIsATimeout() {
        runtime.answering((request, out) -> {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() ->
                        client.send(address(), get(Duration.ofMillis(200))).close())
                .isInstanceOf(UpstreamException.TimedOut.class);
    }

    @Test
    void whereNothingListensIsUnavailable() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var nobody = InetSocketAddress.createUnresolved("127.0.0.1", free);
        assertThatThrownBy(() -> client.send(nobody, get(Duration.ofSeconds(1))).close())
                .isInstanceOf(UpstreamException.Unavailable.class);
    }

    @Test
    void anAnswerThatIsNotReadToItsEndIsNotFollowedByTheNextOnItsConnection() throws UpstreamException {
        runtime.answering((request, out) -> TestingRuntime.respond(out, 200, "x".repeat(100_000)));
        client.send(address(), get(Duration.ofSeconds(5))).close();
        try (var response = client.send(address(), get(Duration.ofSeconds(5)))) {
            assertThat(body(response)).hasSize(100_000);
        }
        assertThat(runtime.connections()).isEqualTo(2);
    }

    @Test
    void bytesThatNobodyAskedForEndAConnection() throws UpstreamException {
        runtime.answering((request, out) -> {
            TestingRuntime.respond(out, 200, "ok");
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged".getBytes(StandardCharsets.US_ASCII));
        });
        for (int i = 0; i < 3; i++) {
            try (var response = client.send(address(), get(Duration.ofSeconds(5)))) {
                assertThat(body(response)).isEqualTo("ok");
            }
        }
    }

    @Test
    void aRequestThatChangesSomethingIsNotSentTwice() throws UpstreamException, IOException {
        try (var response = client.send(address(), post())) {
            body(response);
        }
        runtime.answering((request, out) -> {
            throw new IOException("dies over it");
        });
        assertThatThrownBy(() -> client.send(address(), post()).close()).isInstanceOf(UpstreamException.Broken.class);
        assertThat(runtime.requests()).hasSize(2);
    }
}
