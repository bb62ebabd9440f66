package dev.precinct.runtime.location.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.runtime.cmx.CmxJson;
import dev.precinct.runtime.location.DeviceUpdate;
import dev.precinct.runtime.location.DeviceUpdate.Source;
import dev.precinct.runtime.location.PushSecret;
import dev.precinct.runtime.location.cmx.PushJson;
import dev.precinct.runtime.location.ingest.Ingest;
import dev.precinct.runtime.platform.health.Metrics;
import dev.precinct.tenancy.problem.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where CMX pushes to: answered 200 only once what was pushed is durable. The secret in the path is the only credential. Beside JAX-RS and not
 * through it: a thousand pushes a second spent more in its filters and matching than in all that is done with them.
 */
@ApplicationScoped
public class NotificationsRoute {
    /** Answers POST. The test of the API's document reads this. */
    public static final String PATH = "/cmx/notifications/{secret}";

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int PATIENCE_SECONDS = 10;

    private final Ingest ingest;
    private final PushSecret secret;
    private final Clock clock;
    private final LongAdder pushes;
    private final ObjectMapper json = CmxJson.mapper();

    @Inject
    public NotificationsRoute(Ingest ingest, PushSecret secret, Clock clock, Metrics metrics) {
        this.ingest = ingest;
        this.secret = secret;
        this.clock = clock;
        this.pushes = metrics.counter("pushes");
    }

    void install(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object event,
            BeanManager beans) {
        beans.getExtension(ServerCdiExtension.class).serverRoutingBuilder().post(PATH, this::push);
    }

    private void push(ServerRequest request, ServerResponse response) throws IOException {
        if (!secret.matches(request.path().pathParameters().get("secret"))) {
            refuse(response, 404, "not-found", "There is nothing here");
            return;
        }
        var bytes = request.content().inputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            refuse(response, 413, "body-too-large", "A notification has at most 1 MiB");
            return;
        }
        List<DeviceUpdate> updates;
        try {
            updates = updates(json.readTree(bytes));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            refuse(response, 400, "bad-notification", "This is no notification of CMX");
            return;
        }
        pushes.increment();
        if (updates.isEmpty()) {
            response.send();
        } else {
            answerWhenDurable(response, updates);
        }
    }

    private List<DeviceUpdate> updates(JsonNode notification) {
        var entries = notification.path("notifications");
        if (!entries.isArray()) {
            throw new IllegalArgumentException("no list of notifications");
        }
        var now = clock.instant();
        var updates = new ArrayList<DeviceUpdate>();
        for (var entry : entries) {
            PushJson.device(entry, now).ifPresent(device -> updates.add(new DeviceUpdate(device, Source.PUSH)));
        }
        return updates;
    }

    private void answerWhenDurable(ServerResponse response, List<DeviceUpdate> updates) throws IOException {
        try {
            ingest.submit(updates).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            response.send();
        } catch (ExecutionException | TimeoutException e) {
            // the cause is told in the log by who writes
            refuse(response, 503, "not-durable", "The notification could not be kept");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(response, 503, "not-durable", "The runtime is stopping");
        }
    }

    private void refuse(ServerResponse response, int status, String name, String title) throws IOException {
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .send(json.writeValueAsBytes(Problem.of(status, name, title, null)));
    }
}
