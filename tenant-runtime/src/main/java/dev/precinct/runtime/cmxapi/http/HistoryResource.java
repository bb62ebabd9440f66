package dev.precinct.runtime.cmxapi.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.http.Caller;
import dev.precinct.runtime.cmxapi.clients.BadQueryException;
import dev.precinct.runtime.cmxapi.clients.Viewer;
import dev.precinct.runtime.cmxapi.clients.Viewers;
import dev.precinct.runtime.edge.RawQuery;
import dev.precinct.runtime.location.ClientHistory;
import dev.precinct.runtime.location.Feed;
import dev.precinct.runtime.location.HistoryRecord;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** History of v1: CMX keeps it, each answer is cut to the caller's places. Foreign and missing devices cost the same question. */
@Path("/api/location/v1/history/clients")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoryResource {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/M/d");
    private static final Pattern MAC = Pattern.compile("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");

    private final ClientHistory history;
    private final Viewers viewers;
    private final Feed feed;
    private final ZoneId zone;

    @Inject
    public HistoryResource(ClientHistory history, Viewers viewers, Feed feed, RuntimeSettings settings) {
        this.history = history;
        this.viewers = viewers;
        this.feed = feed;
        this.zone = settings.tenant().timeZone();
    }

    @GET
    public Response list(@Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        if (caller.disclosure().aggregated()) {
            return CmxResponses.countsOnly();
        }
        RawQuery query = CmxResponses.query(request);
        Instant now = feed.applianceNow();
        Instant before = time(query, "locatedBeforeTime", now);
        Instant after = time(
                query,
                "locatedAfterTime",
                before.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
        List<HistoryRecord> records = ordered(history.between(after, before), query);
        return CmxResponses.json(array(viewer(caller).history(records)));
    }

    @GET
    @Path("{mac}")
    public Response ofDevice(@Context ContainerRequestContext request, @PathParam("mac") String mac) {
        Caller caller = Caller.of(request);
        if (caller.disclosure().aggregated()) {
            return CmxResponses.countsOnly();
        }
        RawQuery query = CmxResponses.query(request);
        LocalDate day = query.value("date")
                .map(HistoryResource::day)
                .orElseGet(() -> feed.applianceNow().atZone(zone).toLocalDate());
        if (!MAC.matcher(mac).matches()) {
            return CmxResponses.notFound();
        }
        Viewer viewer = viewer(caller);
        Viewer.AskedDevice asked = viewer.asked(mac);
        List<HistoryRecord> records = ordered(history.ofDevice(asked.mac(), day), query);
        List<ObjectNode> seen = asked.known() ? viewer.history(records) : List.of();
        return seen.isEmpty() ? CmxResponses.notFound() : CmxResponses.json(array(seen));
    }

    private Viewer viewer(Caller caller) {
        return viewers.of(caller.scope(), caller.disclosure());
    }

    /** Newest first, unless asked otherwise. */
    private static List<HistoryRecord> ordered(List<HistoryRecord> records, RawQuery query) {
        boolean ascending = query.value("sortBy")
                .map(text -> text.toUpperCase(Locale.ROOT).endsWith(":ASC"))
                .orElse(false);
        Comparator<HistoryRecord> byTime =
                Comparator.comparing(record -> record.fix().seenAt());
        return records.stream().sorted(ascending ? byTime : byTime.reversed()).toList();
    }

    private static Instant time(RawQuery query, String name, Instant absent) {
        return query.value(name)
                .map(text -> {
                    try {
                        return Instant.ofEpochMilli(Long.parseLong(text.strip()));
                    } catch (NumberFormatException e) {
                        throw new BadQueryException(name + " must be milliseconds since 1970");
                    }
                })
                .orElse(absent);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip(), DAY);
        } catch (DateTimeParseException e) {
            throw new BadQueryException("date must be yyyy/mm/dd");
        }
    }

    private static ArrayNode array(List<ObjectNode> records) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        records.forEach(array::add);
        return array;
    }
}
