package dev.precinct.gateway.tls;

import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS with the certificate that is in a folder, now and after it changed: new connections get the new one, those that are open go on. A
 * new one that can't be served leaves the old one in place, and says so in the log and in a metric.
 */
public final class ServerTls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** A client that resumes sees no certificate: not for longer than this after a change. */
    private static final Duration RESUMPTION = Duration.ofHours(1);

    private final Path folder;
    private final Clock clock;
    private final ExchangeableKeys keys;
    private final Tls tls;
    private final AtomicLong failures = new AtomicLong();
    private final Thread watch;

    /** Of the certificate that is served. */
    private volatile Content served;

    private volatile Instant expiry;

    /** What was refused last, so that it is told once. */
    private @Nullable Content refused;

    private ServerTls(Path folder, Duration every, Clock clock, Content served) throws BadCertificateException {
        ServerIdentity identity = served.identity();
        this.folder = folder;
        this.clock = clock;
        this.served = served;
        this.expiry = identity.expiry();
        this.keys = new ExchangeableKeys(identity);
        this.tls = Tls.builder()
                .sslContext(context(keys))
                .enabledProtocols(PROTOCOLS)
                .build();
        tell("serving", identity);
        this.watch = Thread.ofVirtual().name("certificate").unstarted(() -> watch(every));
    }

    /**
     * @param folder with {@code tls.crt} and {@code tls.key}
     * @param every how often it is looked at
     * @throws BadCertificateException when there is nothing to begin with; an expired certificate is better than none
     */
    public static ServerTls watching(Path folder, Duration every, Clock clock) throws BadCertificateException {
        var tls = new ServerTls(folder, every, clock, read(folder));
        tls.watch.start();
        return tls;
    }

    /** For the server; stays the same. */
    public Tls tls() {
        return tls;
    }

    /** In the text form of Prometheus. */
    public String metrics() {
        return """
                # TYPE precinct_gateway_tls_certificate_expiry_seconds gauge
                precinct_gateway_tls_certificate_expiry_seconds %d
                # TYPE precinct_gateway_tls_reload_failures_total counter
                precinct_gateway_tls_reload_failures_total %d
                """.formatted(expiry.getEpochSecond(), failures.get());
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch(Duration every) {
        try {
            while (true) {
                Thread.sleep(every);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Content found = Content.NONE;
        try {
            found = read(folder);
            if (!found.equals(served)) {
                take(found);
            }
            refused = null;
        } catch (BadCertificateException e) {
            refuse(found, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            LOG.error("the certificate could not be looked at, which is a bug", e);
        }
    }

    private void take(Content found) throws BadCertificateException {
        ServerIdentity identity = found.identity();
        Instant now = clock.instant();
        if (identity.expiry().isBefore(now)) {
            throw new BadCertificateException("the certificate expired at " + identity.expiry());
        }
        if (identity.validFrom().isAfter(now)) {
            throw new BadCertificateException("the certificate is not valid before " + identity.validFrom());
        }
        keys.exchange(identity);
        served = found;
        expiry = identity.expiry();
        tell("from now on serving", identity);
    }

    private void refuse(Content found, String why) {
        if (!found.equals(refused)) {
            refused = found;
            failures.incrementAndGet();
            LOG.error("the new certificate in {} is not served, the one before stays: {}", folder, why);
        }
    }

    private void tell(String what, ServerIdentity identity) {
        if (identity.expiry().isBefore(clock.instant())) {
            LOG.error("{} the certificate of {}, which expired at {}", what, identity.subject(), identity.expiry());
        } else {
            LOG.info("{} the certificate of {}, valid until {}", what, identity.subject(), identity.expiry());
        }
    }

    private static Content read(Path folder) throws BadCertificateException {
        try {
            // A mounted Secret changes by one link to a folder: behind it both files are of one time.
            Path mounted = folder.resolve("..data");
            Path together = Files.exists(mounted) ? mounted.toRealPath() : folder;
            return new Content(
                    Files.readString(together.resolve("tls.crt")), Files.readString(together.resolve("tls.key")));
        } catch (IOException e) {
            throw new BadCertificateException("tls.crt or tls.key can't be read", e);
        }
    }

    private static SSLContext context(ExchangeableKeys keys) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[0], null);
            context.getServerSessionContext().setSessionTimeout((int) RESUMPTION.toSeconds());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    /** What the two files say. */
    private record Content(String certificates, String key) {
        static final Content NONE = new Content("", "");

        ServerIdentity identity() throws BadCertificateException {
            return ServerIdentity.of(certificates, key);
        }

        @Override
        public String toString() {
            return "Content[hidden]";
        }
    }
}
