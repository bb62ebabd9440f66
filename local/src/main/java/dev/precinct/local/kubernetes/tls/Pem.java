package dev.precinct.local.kubernetes.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and certificates as text: the form that other programs read too. */
final class Pem {
    static final String KEY_ALGORITHM = "EC";
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final int LINE = 64;

    private Pem() {}

    static String of(Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    static String of(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    static PrivateKey key(String text) throws GeneralSecurityException {
        Matcher found = KEY.matcher(text);
        if (!found.find()) {
            throw new GeneralSecurityException("there is no private key");
        }
        byte[] content = Base64.getMimeDecoder().decode(found.group(1));
        return KeyFactory.getInstance(KEY_ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(content));
    }

    static List<X509Certificate> certificates(String text) throws CertificateException {
        int first = text.indexOf("-----BEGIN CERTIFICATE-----");
        if (first < 0) {
            throw new CertificateException("there is no certificate");
        }
        var in = new ByteArrayInputStream(text.substring(first).getBytes(StandardCharsets.US_ASCII));
        return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}
