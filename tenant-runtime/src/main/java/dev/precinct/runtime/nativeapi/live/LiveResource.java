package dev.precinct.runtime.nativeapi.live;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.Rights;
import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.access.http.Caller;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.access.segment.Segments;
import dev.precinct.runtime.edge.HoldsCmxData;
import dev.precinct.runtime.location.Feed;
import dev.precinct.runtime.location.LiveView;
import dev.precinct.runtime.nativeapi.Answers;
import dev.precinct.runtime.nativeapi.live.FloorView.Lens;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.permission.Actions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/live}: server-sent events of one floor. */
@Path("/v1/live")
@HoldsCmxData
@ApplicationScoped
public class LiveResource {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccessControl access;
    private final Segments segments;
    private final Pseudonyms pseudonyms;
    private final LiveView live;
    private final Feed feed;
    private final ZoneId zone;
    private volatile boolean ending;

    @Inject
    public LiveResource(
            AccessControl access,
            Segments segments,
            Pseudonyms pseudonyms,
            LiveView live,
            Feed feed,
            RuntimeSettings settings) {
        this.access = access;
        this.segments = segments;
        this.pseudonyms = pseudonyms;
        this.live = live;
        this.feed = feed;
        this.zone = settings.tenant().timeZone();
    }

    @PreDestroy
    void end() {
        ending = true;
    }

    @GET
    public Response stream(@Context ContainerRequestContext request, @QueryParam("floor") @Nullable String floor) {
        if (floor == null || floor.isBlank()) {
            return Answers.invalid("floor", "the id of a floor");
        }
        String user = Caller.of(request).user();
        var id = new FloorId(floor);
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        var strangers = new Pseudonyms(key);
        if (lens(user, id, strangers).isEmpty()) {
            return Answers.notFound();
        }
        var stream = new LiveStream(live, feed, () -> lens(user, id, strangers), () -> ending);
        return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** Looked up again in each round: a right that was taken ends the stream. */
    private Optional<Lens> lens(String user, FloorId id, Pseudonyms strangers) {
        return access.current()
                .rightsOf(user)
                .filter(rights -> rights.actions().contains(Actions.CLIENTS_READ))
                .flatMap(rights -> lens(rights, id, strangers));
    }

    private Optional<Lens> lens(Rights rights, FloorId id, Pseudonyms strangers) {
        Scope scope = segments.scopeOf(rights.segments());
        Optional<Floor> floor = scope.places().flatMap(tree -> tree.floor(id)).filter(found -> scope.touches(id));
        return floor.map(found -> new Lens(found, scope, rights.disclosure(), pseudonyms, strangers, zone));
    }
}
