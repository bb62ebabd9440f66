package dev.precinct.simulator.http;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.device.SimulationClock;
import dev.precinct.simulator.device.World;
import dev.precinct.simulator.location.BadQueryException;
import dev.precinct.simulator.location.ClientJson;
import dev.precinct.simulator.location.CmxTime;
import dev.precinct.simulator.location.CompactHistory;
import dev.precinct.simulator.location.History;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.settings.Behaviour;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was: only v1 answers it. */
final class HistoryRoutes {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final long DAY_MILLIS = 86_400_000;
    private static final int ALL_RESULTS = 100_000;

    private final World world;
    private final SimulationClock clock;
    private final LiveVenue venue;
    private final Behaviour behaviour;
    private final ClientJson clients;

    HistoryRoutes(World world, SimulationClock clock, LiveVenue venue, Behaviour behaviour) {
        this.world = world;
        this.clock = clock;
        this.venue = venue;
        this.behaviour = behaviour;
        this.clients = new ClientJson(behaviour);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/location/v1/history/clients", Access.APPLIANCE, this::range),
                Route.get("/api/location/v1/history/clients/{mac}", Access.APPLIANCE, this::dayOfDevice),
                Route.get("/api/location/v1/historylite/clients/{mac}", Access.APPLIANCE, this::compact),
                Route.get("/api/location/v1/historylite/byusername/{username}", Access.APPLIANCE, this::compactOfUser));
    }

    /** Without bounds the last day. The bounds themselves: after is exclusive, before as well. */
    private void range(Exchange exchange) throws IOException {
        var now = clock.now();
        var to = Math.min(now, time(exchange, "locatedBeforeTime", now + 1) - 1);
        var from = time(exchange, "locatedAfterTime", to - DAY_MILLIS);
        write(exchange, new History(world, behaviour.historyLimit()).ofAll(from, to));
    }

    private void dayOfDevice(Exchange exchange) throws IOException {
        var device = find(each -> LocationRoutes.named(each, exchange.path("mac")));
        if (device == null) {
            exchange.error(404, "Client not found");
            return;
        }
        var day = day(exchange);
        write(exchange, new History(world, behaviour.historyLimit()).of(device, begin(day) - 1, end(day)));
    }

    private void compact(Exchange exchange) throws IOException {
        var mac = exchange.path("mac");
        writeCompact(exchange, find(each -> LocationRoutes.named(each, mac)), mac.toLowerCase(Locale.ROOT));
    }

    private void compactOfUser(Exchange exchange) throws IOException {
        var username = exchange.path("username");
        var device = find(each -> !username.isEmpty() && each.userName().equals(username));
        writeCompact(exchange, device, device == null ? null : device.macAddress());
    }

    private void writeCompact(Exchange exchange, @Nullable Device device, @Nullable String mac) throws IOException {
        var day = day(exchange);
        var limit = "true".equalsIgnoreCase(exchange.query("allResults")) ? ALL_RESULTS : behaviour.historyLimit();
        List<Sighting> records =
                device == null ? List.of() : new History(world, limit).of(device, begin(day) - 1, end(day));
        var date = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT).format(day);
        exchange.stream(json -> CompactHistory.write(json, venue.now(), mac, date, records));
    }

    private @Nullable Device find(Predicate<Device> wanted) {
        return world.devices().stream().filter(wanted).findFirst().orElse(null);
    }

    private void write(Exchange exchange, List<Sighting> records) throws IOException {
        var answer = new ClientJson.Answer(venue.now(), clock.now(), new CmxTime(behaviour.zone()), false);
        exchange.stream(json -> {
            json.writeStartArray();
            for (var record : records) {
                clients.writePast(json, record, answer);
            }
            json.writeEndArray();
        });
    }

    private static long time(Exchange exchange, String name, long otherwise) {
        var text = exchange.query(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadQueryException(name + " is not in milliseconds");
        }
    }

    private LocalDate day(Exchange exchange) {
        var text = exchange.query("date");
        if (text == null || text.isBlank()) {
            return Instant.ofEpochMilli(clock.now()).atZone(behaviour.zone()).toLocalDate();
        }
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw new BadQueryException("date is not yyyy/mm/dd");
        }
    }

    private long begin(LocalDate day) {
        return day.atStartOfDay(behaviour.zone()).toInstant().toEpochMilli();
    }

    private long end(LocalDate day) {
        return Math.min(clock.now(), begin(day.plusDays(1)) - 1);
    }
}
