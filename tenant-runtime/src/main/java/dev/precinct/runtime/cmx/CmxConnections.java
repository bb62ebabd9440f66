package dev.precinct.runtime.cmx;

import dev.precinct.runtime.platform.config.CredentialsFolder;
import dev.precinct.tenancy.tls.Authorities;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The HTTP client, made anew when the certificate authority that it trusts changes. */
final class CmxConnections implements AutoCloseable {
    static {
        // *.localhost is dialled at the loopback address under its own name
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final CredentialsFolder folder;
    private final Duration connectLimit;
    private Optional<String> authority = Optional.empty();
    private @Nullable HttpClient client;

    CmxConnections(CredentialsFolder folder, Duration connectLimit) {
        this.folder = folder;
        this.connectLimit = connectLimit;
    }

    synchronized HttpClient client() {
        var now = folder.file("ca.crt");
        var known = client;
        if (known != null && now.equals(authority)) {
            return known;
        }
        var made = open(now);
        if (known != null) {
            // calls under way end by themselves
            known.shutdown();
        }
        authority = now;
        client = made;
        return made;
    }

    private HttpClient open(Optional<String> certificates) {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectLimit)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        certificates.ifPresent(text -> builder.sslContext(trusting(text)));
        return builder.build();
    }

    /** Trusts only what the tenant gave. */
    private static SSLContext trusting(String certificates) {
        try {
            return Authorities.context(Authorities.of(certificates));
        } catch (GeneralSecurityException e) {
            throw new CmxException.Unreachable("the tenant's ca.crt for CMX cannot be used", e);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
