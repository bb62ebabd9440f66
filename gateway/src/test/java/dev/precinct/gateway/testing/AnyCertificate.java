package dev.precinct.gateway.testing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client that takes whatever certificate it is shown, for tests that look at which it was. */
public final class AnyCertificate implements X509TrustManager {
    private AnyCertificate() {}

    /** After the handshake; nothing of an earlier connection is resumed. */
    public static SSLSocket connect(int port, String version) throws IOException {
        var socket = (SSLSocket) context().getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    public static SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no client can be made", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) {
        throw new UnsupportedOperationException("this is a client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) {
        if (chain.length == 0) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
