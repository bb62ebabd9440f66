package dev.precinct.gateway;

import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.gateway.config.InvalidSettingException;
import dev.precinct.gateway.testing.AnyCertificate;
import dev.precinct.gateway.testing.RawHttp;
import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.gateway.testing.TestingCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The port for requests with TLS: the certificate of now for each new connection, whatever happens to the files. */
class TlsIT {
    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static RunningGateway rig;
    private static TestingCertificate first;
    private static TestingCertificate second;

    private Path mounted = folder;
    private Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        redis = RunningRedis.version7(folder.resolve("redis"));
        rig = new RunningGateway(redis, folder);
        rig.acmeUser("ana", "right", Set.of("clients:read"));
        first = TestingCertificate.made(folder, "first");
        second = TestingCertificate.made(folder, "second");
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
        redis.close();
    }

    @BeforeEach
    void launch() throws IOException {
        mounted = Files.createTempDirectory(folder, "tls");
        first.mount(mounted);
        gateway = rig.anotherWithTls(mounted);
        Awaitility.await().until(() -> answer("TLSv1.3").status() == 401);
    }

    @AfterEach
    void end() throws Exception {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothVersionsAreSpoken(String version) throws IOException {
        assertThat(answer(version).status()).isEqualTo(401);
    }

    @Test
    void olderVersionsAndPlainHttpAreNot() {
        assertThatThrownBy(() -> answer("TLSv1.1")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new RawHttp(gateway.httpPort()).get(ACME, "/v1/session"))
                .isInstanceOf(Exception.class);
    }

    @Test
    void cookiesAreForTlsOnly() throws IOException {
        Awaitility.await().until(() -> logIn().status() == 200);

        assertThat(logIn().header("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void aNewCertificateIsShownToNewConnectionsAndOpenStreamsGoOn() throws Exception {
        Awaitility.await().until(() -> logIn().status() == 200);
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        rig.runtime().answering((request, out) -> stream(events, out));
        try (var open = connected("TLSv1.3")) {
            RawHttp.write(open, "GET", ACME, "/v1/live?floor=1", "", RawHttp.basic("ana", "right"));
            events.add("before");
            awaitEvent(open, "before");

            second.mount(mounted);
            Awaitility.await().until(() -> shown().equals("CN=second"));

            events.add("after");
            awaitEvent(open, "after");
            assertThat(name(open)).isEqualTo("CN=first");
        }
        events.add("");
        assertThat(answer("TLSv1.2").status()).isEqualTo(401);
        assertThat(metric("tls_certificate_expiry_seconds")).isGreaterThan(0);
        assertThat(metric("tls_reload_failures_total")).isZero();
    }

    @Test
    void aPairThatDoesNotBelongTogetherLeavesTheOldOneAndIsCounted() throws IOException {
        second.withKeyOf(first).mount(mounted);

        staysWithTheFirstAfterFailures(1);
    }

    @Test
    void anExpiredOneLeavesTheOldOneAndIsCounted() throws IOException {
        TestingCertificate.expired(folder, "expired").mount(mounted);

        staysWithTheFirstAfterFailures(1);
    }

    @Test
    void filesThatCanNotBeReadLeaveTheOldOneAndAreCountedOnceEach() throws IOException {
        new TestingCertificate("broken", "no certificate", "no key").mount(mounted);
        staysWithTheFirstAfterFailures(1);

        Files.delete(mounted.resolve("..data/tls.crt"));
        staysWithTheFirstAfterFailures(2);

        second.mount(mounted);
        Awaitility.await().until(() -> shown().equals("CN=second"));
        assertThat(metric("tls_reload_failures_total")).isEqualTo(2);
    }

    @Test
    void withoutACertificateItDoesNotStartAndSaysWhy() throws IOException {
        Path empty = Files.createTempDirectory(folder, "empty");

        assertThatThrownBy(() -> rig.anotherWithTls(empty))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("PRECINCT_TLS: tls.crt or tls.key can't be read");
    }

    /** Whoever replaces it has to be able to: refusing to start would take the platform away with it. */
    @Test
    void anExpiredCertificateIsBetterThanNone() throws Exception {
        Path old = Files.createTempDirectory(folder, "old");
        TestingCertificate.expired(folder, "old").mount(old);

        try (var late = rig.anotherWithTls(old);
                var socket = AnyCertificate.connect(late.httpPort(), "TLSv1.3")) {
            assertThat(name(socket)).isEqualTo("CN=old");
        }
    }

    private void staysWithTheFirstAfterFailures(int failures) {
        Awaitility.await().until(() -> metric("tls_reload_failures_total") == failures);
        assertThat(shown()).isEqualTo("CN=first");
    }

    private static void stream(BlockingQueue<String> events, OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        try {
            for (String event = events.take(); !event.isEmpty(); event = events.take()) {
                String text = "data: " + event + "\n\n";
                out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEvent(Socket socket, String event) throws IOException {
        String line = RawHttp.line(socket.getInputStream());
        while (!line.equals("data: " + event)) {
            assertThat(line).isNotEqualTo("0");
            line = RawHttp.line(socket.getInputStream());
        }
    }

    private RawHttp.Answer answer(String version) throws IOException {
        try (var socket = connected(version)) {
            RawHttp.write(socket, "GET", ACME, "/v1/session", "");
            return RawHttp.read(socket.getInputStream(), false);
        }
    }

    private RawHttp.Answer logIn() throws IOException {
        try (var socket = connected("TLSv1.3")) {
            RawHttp.write(
                    socket,
                    "POST",
                    ACME,
                    "/v1/session",
                    "{\"user\":\"ana\",\"password\":\"right\"}",
                    "Content-Type: application/json");
            return RawHttp.read(socket.getInputStream(), false);
        }
    }

    private String shown() {
        try (var socket = connected("TLSv1.3")) {
            return name(socket);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private SSLSocket connected(String version) throws IOException {
        return AnyCertificate.connect(gateway.httpPort(), version);
    }

    private static String name(SSLSocket socket) throws SSLException {
        return socket.getSession().getPeerPrincipal().getName();
    }

    private long metric(String name) throws IOException {
        return new RawHttp(gateway.healthPort())
                .get("localhost", "/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("precinct_gateway_" + name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
