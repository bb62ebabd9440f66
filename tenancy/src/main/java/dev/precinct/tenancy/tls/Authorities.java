package dev.precinct.tenancy.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trust in certificate authorities, and what a client needs to check by it. */
public final class Authorities {
    private Authorities() {}

    /** Trusts only those in the text: a server has a certificate of its own authority, or of itself. */
    public static X509ExtendedTrustManager of(String pem) throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) {
                throw new CertificateException("no certificate in PEM form");
            }
            return trusting(store);
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store can't be made", e);
        }
    }

    /** Trusts those that come with Java. */
    static X509ExtendedTrustManager ofJava() throws GeneralSecurityException {
        return trusting(null);
    }

    /** For clients; checks the chain by the trust, and nothing of the name. */
    public static SSLContext context(X509ExtendedTrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    /** Has the name checked too: the certificate is of the host that was dialled. */
    public static SSLParameters namedAsDialled() {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /**
     * What TLS said against a server, if that is why there is no connection; empty for a line that broke, which TLS wraps in an
     * exception of its own too.
     */
    public static Optional<SSLException> distrust(Throwable failure) {
        SSLException said = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SSLException tls) {
                said = said == null ? tls : said;
            } else if (at instanceof IOException) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(said);
    }

    private static X509ExtendedTrustManager trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }
}
