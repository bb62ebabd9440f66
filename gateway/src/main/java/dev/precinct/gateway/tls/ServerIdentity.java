package dev.precinct.gateway.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** A private key and the certificates that go with it, the server's own first. Its text never shows the key. */
final class ServerIdentity {
    private static final byte[] ANYTHING =
            "whether key and certificate belong together".getBytes(StandardCharsets.UTF_8);

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /** @param certificates content of {@code tls.crt}, and the key that of {@code tls.key}, as in a Secret of the type kubernetes.io/tls */
    static ServerIdentity of(String certificates, String key) throws BadCertificateException {
        var identity = new ServerIdentity(PrivateKeys.read(key), chain(certificates));
        if (!identity.belongsTogether()) {
            throw new BadCertificateException("tls.key is not the key of the certificate in tls.crt");
        }
        return identity;
    }

    Instant expiry() {
        return own().getNotAfter().toInstant();
    }

    Instant validFrom() {
        return own().getNotBefore().toInstant();
    }

    String subject() {
        return own().getSubjectX500Principal().getName();
    }

    /** @param alias by which the key is asked for */
    X509ExtendedKeyManager keyManager(String alias) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, key, new char[0], chain.toArray(X509Certificate[]::new));
            var factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(store, new char[0]);
            return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key that was checked can't be used", e);
        }
    }

    private X509Certificate own() {
        return chain.getFirst();
    }

    private static List<X509Certificate> chain(String pem) throws BadCertificateException {
        try {
            var found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            if (found.isEmpty()) {
                throw new BadCertificateException("tls.crt holds no certificate in PEM form");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException e) {
            throw new BadCertificateException("tls.crt can't be read", e);
        }
    }

    private boolean belongsTogether() throws BadCertificateException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(ANYTHING);
            byte[] signature = signing.sign();
            var verifying = Signature.getInstance(algorithm);
            verifying.initVerify(own().getPublicKey());
            verifying.update(ANYTHING);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new BadCertificateException("tls.key is not the key of the certificate in tls.crt", e);
        }
    }
}
