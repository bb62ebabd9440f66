package dev.precinct.local.kubernetes.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's key, its certificate and the authority that signed it. The authority's own key is thrown away once it has signed: whoever
 * trusts it trusts this one server and nobody else.
 */
public record ServerCertificate(PrivateKey key, X509Certificate server, X509Certificate authority) {
    /** So long before its end a certificate is replaced. */
    static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    /** From when on it is to be replaced. */
    public Instant due() {
        Instant server = this.server.getNotAfter().toInstant();
        Instant authority = this.authority.getNotAfter().toInstant();
        return (server.isBefore(authority) ? server : authority).minus(RENEWED_BEFORE);
    }

    /** What clients have to trust. */
    public String authorityPem() {
        return Pem.of(authority);
    }

    /** For a listener that shows this certificate. */
    public SSLContext sslContext() {
        char[] unlocked = new char[0];
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, unlocked);
            keys.setKeyEntry("server", key, unlocked, chain().toArray(Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, unlocked);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("a key store in memory cannot be filled", e);
        }
    }

    private List<X509Certificate> chain() {
        return List.of(server, authority);
    }

    @Override
    public String toString() {
        return "certificate until " + server.getNotAfter().toInstant();
    }
}
