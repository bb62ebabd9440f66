package dev.precinct.operator.installation;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks until it is answered well. */
final class Answers implements AutoCloseable {
    static final String GOOD = "answers";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    /** {@link #GOOD}, or what it said last. */
    String until200(URI url, Duration limit) throws InterruptedException {
        Instant deadline = clock.instant().plus(limit);
        while (true) {
            String said = ask(url);
            if (said.equals(GOOD) || clock.instant().isAfter(deadline)) {
                return said;
            }
            Thread.sleep(PAUSE);
        }
    }

    private String ask(URI url) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status == HttpURLConnection.HTTP_OK ? GOOD : "answers " + status;
        } catch (IOException e) {
            return "does not answer: " + e;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
