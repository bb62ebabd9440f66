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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/** Where CMX pushes to: answered 200 only once what was pushed is durable. The secret in the path is the only credential. */
@ApplicationScoped
@Path("/cmx/notifications/{secret}")
public class NotificationsResource {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int PATIENCE_SECONDS = 10;

    private final Ingest ingest;
    private final PushSecret secret;
    private final Clock clock;
    private final LongAdder pushes;
    private final ObjectMapper json = CmxJson.mapper();

    @Inject
    public NotificationsResource(Ingest ingest, PushSecret secret, Clock clock, Metrics metrics) {
        this.ingest = ingest;
        this.secret = secret;
        this.clock = clock;
        this.pushes = metrics.counter("pushes");
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response push(@PathParam("secret") String given, InputStream body) throws IOException {
        if (!secret.matches(given)) {
            return problem(404, "not-found", "There is nothing here");
        }
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return problem(413, "body-too-large", "A notification has at most 1 MiB");
        }
        List<DeviceUpdate> updates;
        try {
            updates = updates(json.readTree(bytes));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return problem(400, "bad-notification", "This is no notification of CMX");
        }
        pushes.increment();
        return updates.isEmpty() ? Response.ok().build() : durable(updates);
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

    private Response durable(List<DeviceUpdate> updates) {
        try {
            ingest.submit(updates).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Response.ok().build();
        } catch (ExecutionException | TimeoutException e) {
            // the cause is told in the log by who writes
            return problem(503, "not-durable", "The notification could not be kept");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return problem(503, "not-durable", "The runtime is stopping");
        }
    }

    private static Response problem(int status, String name, String title) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(status, name, title, null))
                .build();
    }
}
