package dev.precinct.runtime.nativeapi;

import dev.precinct.runtime.access.disclosure.SmallCounts;
import dev.precinct.runtime.access.http.Caller;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.edge.HoldsCmxData;
import dev.precinct.runtime.location.Feed;
import dev.precinct.runtime.occupancy.Area;
import dev.precinct.runtime.occupancy.Occupancy;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.places.ZoneId;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.permission.Disclosure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /v1/occupancy}: how many devices were there, and are. */
@Path("/v1/occupancy")
@HoldsCmxData
@ApplicationScoped
public class OccupancyResource {
    private final Occupancy occupancy;
    private final Feed feed;
    private final java.time.ZoneId timeZone;

    @Inject
    public OccupancyResource(Occupancy occupancy, Feed feed, RuntimeSettings settings) {
        this.occupancy = occupancy;
        this.feed = feed;
        this.timeZone = settings.tenant().timeZone();
    }

    record Answer(
            String floor, @Nullable String zone, String step, String timeZone, NowJson now, List<PointJson> points) {}

    record NowJson(
            String at, @Nullable Integer devices, @Nullable Integer probing, boolean suppressed) {}

    record PointJson(
            String at, @Nullable Integer devices, @Nullable Integer probing, boolean gap, boolean suppressed) {}

    @GET
    public Response series(@Context ContainerRequestContext request, @BeanParam OccupancyQuery asked) {
        OccupancyQuery.Parsed query = asked.parse(feed.applianceNow());
        if (!query.errors().isEmpty()) {
            return Answers.invalid(query.errors());
        }
        Caller caller = Caller.of(request);
        return area(caller.scope(), query)
                .map(area -> Answers.json(200, answer(area, query, caller.disclosure())))
                .orElseGet(Answers::notFound);
    }

    /** Where only zones of a floor are the caller's, the floor means these zones together. */
    private static Optional<Area> area(Scope scope, OccupancyQuery.Parsed query) {
        var id = new FloorId(query.floor());
        Optional<Floor> floor = scope.places().flatMap(tree -> tree.floor(id)).filter(found -> scope.touches(id));
        String zone = query.zone();
        if (zone != null) {
            return floor.stream()
                    .flatMap(found -> scope.zonesOf(found).stream())
                    .map(Zone::id)
                    .filter(each -> each.equals(new ZoneId(zone)))
                    .findFirst()
                    .map(each -> new Area(id, Set.of(each)));
        }
        return floor.map(found -> scope.seesWhole(id)
                ? Area.whole(id)
                : new Area(id, scope.zonesOf(found).stream().map(Zone::id).collect(Collectors.toSet())));
    }

    private Answer answer(Area area, OccupancyQuery.Parsed query, Disclosure disclosure) {
        Occupancy.Now now = occupancy.now(area);
        return new Answer(
                query.floor(),
                query.zone(),
                query.step().toString(),
                timeZone.getId(),
                now(now, disclosure),
                occupancy.series(area, query.from(), query.to(), query.step()).stream()
                        .map(point -> point(point, disclosure))
                        .toList());
    }

    private NowJson now(Occupancy.Now now, Disclosure disclosure) {
        boolean suppressed = SmallCounts.suppressed(disclosure, now.devices());
        boolean parts = SmallCounts.suppressed(disclosure, now.devices(), now.probing());
        return new NowJson(
                time(now.at()),
                suppressed ? null : Integer.valueOf(now.devices()),
                parts ? null : Integer.valueOf(now.probing()),
                suppressed);
    }

    private PointJson point(Occupancy.Point point, Disclosure disclosure) {
        OptionalInt devices = point.devices();
        boolean suppressed = devices.isPresent() && SmallCounts.suppressed(disclosure, devices.getAsInt());
        boolean parts = devices.isPresent()
                && SmallCounts.suppressed(
                        disclosure, devices.getAsInt(), point.probing().orElse(0));
        return new PointJson(
                time(point.at()),
                suppressed ? null : boxed(devices),
                parts ? null : boxed(point.probing()),
                point.gap(),
                suppressed);
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? Integer.valueOf(value.getAsInt()) : null;
    }

    private String time(Instant instant) {
        return Answers.time(instant, timeZone);
    }
}
