package dev.precinct.local.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a process over HTTP whether it is well, on a thread of its own. */
final class Probe implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration WHILE_STARTING = Duration.ofMillis(150);
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

    /** Plain HTTP/1.1: an offer to upgrade is one more thing that a starting process could stumble over. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final Optional<Question> question;
    private volatile boolean passed;
    private volatile int failuresInARow;
    private volatile boolean passedOnce;
    private volatile boolean closed;
    private final long startNanos = System.nanoTime();

    /** Where to ask, how often, and after how many failures it counts as failed. */
    record Question(URI uri, Duration period, Duration timeout, int failureThreshold) {

        static Optional<Question> of(
                io.fabric8.kubernetes.api.model.@org.jspecify.annotations.Nullable Probe probe,
                Map<String, Integer> ports) {
            if (probe == null || probe.getHttpGet() == null) {
                return Optional.empty();
            }
            Object port = probe.getHttpGet().getPort().getValue();
            Integer number = port instanceof Integer given ? given : ports.get(String.valueOf(port));
            return Optional.of(new Question(
                    URI.create("http://127.0.0.1:" + number + probe.getHttpGet().getPath()),
                    Duration.ofSeconds(orElse(probe.getPeriodSeconds(), 10)),
                    Duration.ofSeconds(orElse(probe.getTimeoutSeconds(), 1)),
                    orElse(probe.getFailureThreshold(), 3)));
        }

        private static int orElse(@org.jspecify.annotations.Nullable Integer value, int otherwise) {
            return value == null ? otherwise : value;
        }
    }

    private Probe(Optional<Question> question) {
        this.question = question;
        this.passed = question.isEmpty();
    }

    static Probe started(String name, Optional<Question> question) {
        var probe = new Probe(question);
        question.ifPresent(asked -> Thread.ofVirtual().name(name).start(() -> probe.run(asked)));
        return probe;
    }

    boolean passed() {
        return passed;
    }

    /** After it had passed, by its threshold; before, only after a start that took far too long. */
    boolean failed() {
        return question.filter(asked -> passedOnce
                        ? failuresInARow >= asked.failureThreshold()
                        : System.nanoTime() - startNanos > LONGEST_START.toNanos())
                .isPresent();
    }

    private void run(Question asked) {
        while (!closed) {
            boolean well = ask(asked);
            failuresInARow = well ? 0 : failuresInARow + 1;
            passedOnce |= well;
            // A replica that was ready stays so until the threshold, as in a cluster.
            passed = well || (passed && failuresInARow < asked.failureThreshold());
            try {
                Thread.sleep(passedOnce ? min(asked.period(), Duration.ofSeconds(2)) : WHILE_STARTING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean ask(Question asked) {
        var request =
                HttpRequest.newBuilder(asked.uri()).timeout(asked.timeout()).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException e) {
            return false;
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.warn("{} can't be asked; tried again", asked.uri(), e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
