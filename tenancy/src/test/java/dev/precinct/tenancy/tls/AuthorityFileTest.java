package dev.precinct.tenancy.tls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityFileTest {
    @TempDir
    Path folder;

    /** Whoever gave a file wanted to trust fewer, not all that Java does. */
    @Test
    void aFileThatHoldsNoCertificateTrustsNobody() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), "none");

        assertThatThrownBy(() -> new AuthorityFile(folder).checkServerTrusted(new X509Certificate[0], "RSA"))
                .isInstanceOf(CertificateException.class)
                .hasMessage("ca.crt can't be used");
    }

    @Test
    void anEmptyFileTrustsNobodyEither() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), "");

        assertThatThrownBy(() -> new AuthorityFile(folder).checkServerTrusted(new X509Certificate[0], "RSA"))
                .isInstanceOf(CertificateException.class)
                .hasMessage("ca.crt can't be used");
    }
}
