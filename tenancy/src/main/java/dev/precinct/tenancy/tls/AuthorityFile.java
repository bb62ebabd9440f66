package dev.precinct.tenancy.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the authorities in a file, which is read again for each handshake: a mounted one changes without a restart. Where there is no
 * file those that come with Java are trusted. A file that can't be used trusts nobody.
 */
public final class AuthorityFile extends X509ExtendedTrustManager {
    /** In a folder of credentials. */
    public static final String NAME = "ca.crt";

    private final Path file;
    private volatile Known known = new Known(null, null);

    /** @param credentials folder where {@link #NAME} may be */
    public AuthorityFile(Path credentials) {
        this.file = credentials.resolve(NAME);
    }

    public SSLContext context() {
        return Authorities.context(this);
    }

    /** For clients that take no context. */
    public TrustManagerFactory factory() {
        return new Factory(this);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        current().checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        current().checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        current().checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        current().checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        current().checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        current().checkClientTrusted(chain, type, engine);
    }

    /** Only a server asks for them, to tell its clients; this is of clients. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private X509ExtendedTrustManager current() throws CertificateException {
        Known before = known;
        try {
            String text = text();
            if (before.trust != null && java.util.Objects.equals(text, before.text)) {
                return before.trust;
            }
            X509ExtendedTrustManager trust = text == null ? Authorities.ofJava() : Authorities.of(text);
            known = new Known(text, trust);
            return trust;
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateException(NAME + " can't be used", e);
        }
    }

    private @Nullable String text() throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private record Known(@Nullable String text, @Nullable X509ExtendedTrustManager trust) {}

    private static final class Factory extends TrustManagerFactory {
        Factory(X509ExtendedTrustManager trust) {
            super(new Spi(trust), new Nobody(), "file");
        }
    }

    /** A factory has a provider, though nobody registers this one. */
    private static final class Nobody extends Provider {
        private static final long serialVersionUID = 1L;

        Nobody() {
            super("precinct", "1", "one trust manager");
        }
    }

    private static final class Spi extends TrustManagerFactorySpi {
        private final X509ExtendedTrustManager trust;

        Spi(X509ExtendedTrustManager trust) {
            this.trust = trust;
        }

        @Override
        protected void engineInit(@Nullable KeyStore store) {
            // What is trusted is in the file.
        }

        @Override
        protected void engineInit(@Nullable ManagerFactoryParameters parameters) {
            // What is trusted is in the file.
        }

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {trust};
        }
    }
}
