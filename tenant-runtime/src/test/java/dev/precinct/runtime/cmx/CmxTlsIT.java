package dev.precinct.runtime.cmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.runtime.platform.config.CredentialsFolder;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.testing.Folders;
import dev.precinct.runtime.testing.TestingCertificate;
import dev.precinct.runtime.testing.TestingCmx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An appliance behind TLS: nobody else is told the tenant's password for CMX. */
class CmxTlsIT {
    private static final TestingCertificate CERTIFICATE = TestingCertificate.made();

    private static TestingCmx cmx;

    private final Path folder = Folders.credentials(TestingCmx.USER, TestingCmx.PASSWORD);
    private final List<CmxTransport> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        cmx = TestingCmx.startWithTls(CERTIFICATE);
    }

    @AfterAll
    static void stop() {
        cmx.close();
    }

    @AfterEach
    void end() {
        opened.forEach(CmxTransport::close);
    }

    @Test
    void theApplianceThatTheTenantsAuthorityVouchesForIsAsked() throws IOException {
        trust(CERTIFICATE);

        assertThat(asking("localhost").document("/api/config/v1/maps").has("campuses"))
                .isTrue();
    }

    @Test
    void withoutAnAuthorityThoseOfJavaCount() {
        assertRefused(asking("localhost"), "PKIX path");
    }

    @Test
    void anotherHostIsRefused() throws IOException {
        trust(CERTIFICATE);

        assertRefused(asking("127.0.0.1"), "127.0.0.1");
    }

    @Test
    void anotherAuthorityIsRefusedAndTheRightOneTakenWithTheNextCall() throws IOException {
        trust(TestingCertificate.made());
        var client = asking("localhost");
        assertRefused(client, "PKIX path");

        trust(CERTIFICATE);

        assertThat(client.document("/api/config/v1/maps").has("campuses")).isTrue();
    }

    @Test
    void anAuthorityThatIsTakenAwayIsTrustedNoLongerOnLinesThatWereOpen() throws IOException {
        trust(CERTIFICATE);
        var client = asking("localhost");
        assertThat(client.document("/api/config/v1/maps").has("campuses")).isTrue();

        Files.delete(folder.resolve("ca.crt"));

        assertRefused(client, "PKIX path");
    }

    @Test
    void whatIsNoCertificateIsToldByItsName() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), "none");

        assertRefused(asking("localhost"), "ca.crt");
    }

    private static void assertRefused(CmxClient client, String words) {
        assertThatThrownBy(() -> client.document("/api/config/v1/maps"))
                .isInstanceOf(CmxException.Unreachable.class)
                .hasMessageContaining(words);
    }

    private void trust(TestingCertificate authority) throws IOException {
        Files.writeString(folder.resolve("ca.crt"), authority.text());
    }

    private CmxClient asking(String host) {
        var transport = new CmxTransport(
                new RuntimeSettings.Cmx(
                        URI.create("https://" + host + ":" + cmx.port()),
                        new CredentialsFolder(folder),
                        Duration.ofSeconds(10),
                        Optional.empty()),
                CmxTransport.Limits.USUAL,
                new LongAdder());
        opened.add(transport);
        return new CmxClient(transport);
    }
}
