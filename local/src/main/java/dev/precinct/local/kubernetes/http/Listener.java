package dev.precinct.local.kubernetes.http;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import java.net.InetAddress;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** A port on loopback where requests are taken, with TLS or without. */
public final class Listener implements AutoCloseable {
    private static final Duration STOP_GRACE = Duration.ofMillis(200);
    private final WebServer server;

    private Listener(WebServer server) {
        this.server = server;
    }

    /** Listens without TLS; port 0 takes a free one. */
    public static Listener plain(KubernetesHttp http, int port) {
        return new Listener(on(http, port).build().start());
    }

    /** Listens with TLS; port 0 takes a free one. */
    public static Listener secure(KubernetesHttp http, int port, SSLContext certificate) {
        Tls tls = Tls.builder().sslContext(certificate).build();
        return new Listener(on(http, port).tls(tls).build().start());
    }

    private static WebServerConfig.Builder on(KubernetesHttp http, int port) {
        return WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(STOP_GRACE)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .routing(routing -> routing.any(http));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
