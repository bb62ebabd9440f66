package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener with TLS and its certificate. */
class EmbeddedKubernetesTlsIT {
    private static final String NAMESPACES = "/api/v1/namespaces";

    @TempDir
    private Path folder;

    private EmbeddedKubernetes start(Clock clock) {
        return EmbeddedKubernetes.start(folder, 0, "admin-token", clock);
    }

    private EmbeddedKubernetes start() {
        return start(Clock.systemUTC());
    }

    private static SSLContext trusting(String authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        var in = new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII));
        trusted.setCertificateEntry(
                "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> get(HttpClient client, String url, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        return client.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient clientOf(Kubeconfig kubeconfig) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trusting(kubeconfig.authority()))
                .build();
    }

    @Test
    void whoTrustsTheAuthorityAndHasTheTokenIsServedByNameAndByAddress() throws Exception {
        try (EmbeddedKubernetes server = start()) {
            Kubeconfig kubeconfig = server.listenWithTls(0);
            try (HttpClient client = clientOf(kubeconfig)) {
                String url = kubeconfig.url() + NAMESPACES;
                assertThat(url).startsWith("https://127.0.0.1:");
                assertThat(get(client, url, "Authorization", "Bearer admin-token")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(get(client, url.replace("127.0.0.1", "localhost"), "Authorization", "Bearer admin-token")
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whoDoesNotTrustTheAuthorityGetsNoAnswer() throws Exception {
        try (EmbeddedKubernetes server = start();
                HttpClient stranger = HttpClient.newHttpClient()) {
            String url = server.listenWithTls(0).url() + NAMESPACES;
            assertThatThrownBy(() -> get(stranger, url)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void withoutATokenOrWithAWrongOneTheAnswerIsAStatus() throws Exception {
        try (EmbeddedKubernetes server = start()) {
            Kubeconfig kubeconfig = server.listenWithTls(0);
            try (HttpClient client = clientOf(kubeconfig)) {
                String url = kubeconfig.url() + NAMESPACES;
                assertUnauthorized(get(client, url));
                assertUnauthorized(get(client, url, "Authorization", "Bearer wrong"));
                assertUnauthorized(get(client, kubeconfig.url() + "/openapi/v3"));
            }
        }
    }

    private static void assertUnauthorized(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(401);
        JsonNode status = new ObjectMapper().readTree(answer.body());
        assertThat(status.path("kind").asText()).isEqualTo("Status");
        assertThat(status.path("reason").asText()).isEqualTo("Unauthorized");
    }

    @Test
    void theCertificateOutlivesTheServerAndItsKeyIsItsOwnersAlone() throws Exception {
        String before;
        try (EmbeddedKubernetes server = start()) {
            before = server.listenWithTls(0).authority();
        }
        try (EmbeddedKubernetes server = start()) {
            assertThat(server.listenWithTls(0).authority()).isEqualTo(before);
        }
        Path file = folder.resolve("server.pem");
        assertThat(file).content().contains("PRIVATE KEY");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aCertificateThatIsDueIsReplacedOnTheSamePortWhileTheServerRuns() throws Exception {
        var clock = new AdjustableClock();
        try (EmbeddedKubernetes server = start(clock)) {
            assertThat(server.certificateDue()).isEmpty();
            Kubeconfig first = server.listenWithTls(0);
            assertThat(server.listenWithTls(0)).isEqualTo(first);

            clock.now = server.certificateDue().orElseThrow();
            Kubeconfig second = server.listenWithTls(0);

            assertThat(second.url()).isEqualTo(first.url());
            assertThat(second.authority()).isNotEqualTo(first.authority());
            assertThat(server.certificateDue().orElseThrow()).isAfter(clock.now);
            try (HttpClient old = clientOf(first)) {
                assertThatThrownBy(() -> get(old, second.url() + NAMESPACES)).isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    @Test
    void aDamagedCertificateIsMadeAgain() throws Exception {
        Files.writeString(folder.resolve("server.pem"), "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");
        try (EmbeddedKubernetes server = start()) {
            Kubeconfig kubeconfig = server.listenWithTls(0);
            try (HttpClient client = clientOf(kubeconfig)) {
                assertThat(get(client, kubeconfig.url() + "/version").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aKubeconfigDoesNotTellItsToken() throws Exception {
        try (EmbeddedKubernetes server = start()) {
            assertThat(server.listenWithTls(0).toString()).doesNotContain("admin-token");
        }
    }

    @Test
    void aClientThatWantsTheConnectionClosedReadsItsEnd() throws Exception {
        try (EmbeddedKubernetes server = start();
                var socket = new Socket("127.0.0.1", URI.create(server.url()).getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).startsWith("HTTP/1.1 401").endsWith("}");
        }
    }

    /** Tells what it is told. */
    private static final class AdjustableClock extends Clock {
        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
