package dev.precinct.runtime.cmx;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * HTTP to the appliance: Basic credentials that are read again for each call, limits on time, and every failure told apart. Does not
 * retry: who asks regularly asks again.
 */
public final class CmxTransport implements AutoCloseable {
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    private final RuntimeSettings.Cmx settings;
    private final Limits limits;
    private final LongAdder requests;
    private final CmxConnections connections;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cmx-watch").factory());

    /**
     * @param connect to be connected
     * @param head until the first byte of an answer
     * @param body until its last
     */
    public record Limits(Duration connect, Duration head, Duration body) {
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /** Reads the body of an answer with status 200. */
    @FunctionalInterface
    public interface BodyReader<T> {
        T read(InputStream body) throws IOException;
    }

    /** @param body empty for 204 and 404 */
    public record Answer<T>(int status, String mediaType, Optional<T> body) {}

    /** @param requests counts what is sent */
    public CmxTransport(RuntimeSettings.Cmx settings, Limits limits, LongAdder requests) {
        this.settings = settings;
        this.limits = limits;
        this.requests = requests;
        this.connections = new CmxConnections(settings.credentials(), limits.connect());
    }

    <T> Answer<T> get(String pathAndQuery, BodyReader<T> reader) {
        var response = exchange(request(pathAndQuery).GET().build());
        try (var body = response.body()) {
            int status = checked(response);
            var mediaType = response.headers().firstValue("content-type").orElse("");
            if (status == NO_CONTENT || status == NOT_FOUND) {
                return new Answer<>(status, mediaType, Optional.empty());
            }
            refuseHtml(mediaType);
            return new Answer<>(status, mediaType, Optional.of(withinTime(body, reader)));
        } catch (IOException e) {
            throw new CmxException.BadAnswer("CMX ended an answer before its end", e);
        }
    }

    /** @return the status, 404 included */
    int send(String method, String path, String document) {
        var publisher = document.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(document);
        var response = exchange(request(path)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build());
        try (var body = response.body()) {
            int status = checked(response);
            body.skip(Long.MAX_VALUE);
            return status;
        } catch (IOException e) {
            throw new CmxException.BadAnswer("CMX ended an answer before its end", e);
        }
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        var target = CmxAddress.of(settings.url());
        var builder = HttpRequest.newBuilder(URI.create(target.base() + pathAndQuery))
                .timeout(limits.head())
                .header("Authorization", authorization())
                .header("Accept", "*/*");
        target.host().ifPresent(host -> builder.header("Host", host));
        return builder;
    }

    private String authorization() {
        try {
            var credentials = settings.credentials().credentials();
            var pair = credentials.username() + ":" + credentials.password();
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            throw new CmxException.CredentialsRefused("the credentials for CMX cannot be read");
        }
    }

    private HttpResponse<InputStream> exchange(HttpRequest request) {
        requests.increment();
        try {
            return connections.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new CmxException.Unreachable("CMX does not answer: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CmxException.Unreachable("interrupted while asking CMX", e);
        }
    }

    private static String reason(IOException e) {
        var name = e.getClass().getSimpleName();
        var message = e.getMessage();
        return message == null ? name : name + " " + message;
    }

    private static int checked(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403 || status == 302) {
            throw new CmxException.CredentialsRefused("CMX refuses the credentials, status " + status);
        }
        if (status >= 500) {
            throw new CmxException.Unreachable("CMX answers with status " + status);
        }
        if (status != NOT_FOUND && (status < 200 || status >= 300)) {
            throw new CmxException.BadAnswer("CMX answers with status " + status);
        }
        return status;
    }

    private static void refuseHtml(String mediaType) {
        if (mediaType.toLowerCase(Locale.ROOT).contains("html")) {
            throw new CmxException.BadAnswer("CMX answers with a page instead of data");
        }
    }

    /** The client's own limit ends with the head of an answer: a body that trickles is ended here. */
    private <T> T withinTime(InputStream body, BodyReader<T> reader) throws IOException {
        var late = new AtomicBoolean();
        var end = watch.schedule(() -> endLate(body, late), limits.body().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return reader.read(body);
        } catch (JsonProcessingException e) {
            throw late.get() ? tooSlow(e) : new CmxException.BadAnswer("CMX answers with what is no JSON, or cut", e);
        } catch (IOException e) {
            if (late.get()) {
                throw tooSlow(e);
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private static CmxException tooSlow(IOException e) {
        return new CmxException.Unreachable("CMX answers too slowly", e);
    }

    private static void endLate(InputStream body, AtomicBoolean late) {
        late.set(true);
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        connections.close();
    }
}
