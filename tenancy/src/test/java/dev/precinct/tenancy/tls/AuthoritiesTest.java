package dev.precinct.tenancy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class AuthoritiesTest {
    @Test
    void aCertificateThatIsNotTrustedIsDistrust() {
        var said = new SSLHandshakeException("PKIX path building failed");
        said.initCause(new CertificateException("no path"));

        assertThat(Authorities.distrust(new IllegalStateException("no connection", said)))
                .contains(said);
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsDistrust() {
        assertThat(Authorities.distrust(new SSLException("Unsupported or unrecognized SSL message")))
                .isPresent();
    }

    /** As it comes from a server that is being stopped in the middle of a handshake. */
    @Test
    void aLineThatBreaksIsNone() {
        assertThat(Authorities.distrust(new SSLException("Connection reset", new SocketException("reset"))))
                .isEmpty();
        assertThat(Authorities.distrust(new SSLException("terminated the handshake", new EOFException())))
                .isEmpty();
        assertThat(Authorities.distrust(new IOException(new ConnectException("refused"))))
                .isEmpty();
    }

    @Test
    void whatHasNothingToDoWithTlsIsNone() {
        assertThat(Authorities.distrust(new IllegalStateException("away"))).isEmpty();
    }
}
