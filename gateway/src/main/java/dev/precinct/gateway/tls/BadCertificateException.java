package dev.precinct.gateway.tls;

/** The user must act: a certificate or its key can't be served. The message never holds any of the key. */
public final class BadCertificateException extends Exception {
    private static final long serialVersionUID = 1L;

    BadCertificateException(String message) {
        super(message);
    }

    BadCertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
