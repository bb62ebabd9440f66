package dev.precinct.runtime.occupancy.persistence;

import dev.precinct.runtime.location.LinkState;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.location.persistence.AlongsidePositions;
import dev.precinct.runtime.location.persistence.CopyText;
import dev.precinct.runtime.location.persistence.PostgresPositions;
import dev.precinct.runtime.occupancy.Area;
import dev.precinct.runtime.occupancy.Buckets;
import dev.precinct.runtime.occupancy.SightingCounts;
import dev.precinct.runtime.occupancy.WrittenSightings;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.platform.persistence.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sightings in the tenant's database. */
@ApplicationScoped
public class PostgresSightings implements AlongsidePositions, SightingCounts {
    private static final String WHOLE_FLOOR = "";
    private static final String ONE_AREA = """
            select bucket, count(*), count(*) filter (where not associated)
            from sighting where floor_id = ? and zone_id = ? and bucket >= ? and bucket < ? group by bucket""";
    private static final String SOME_ZONES = """
            select bucket, count(*), count(*) filter (where not associated)
            from (select bucket, mac, bool_or(associated) as associated
                  from sighting where floor_id = ? and zone_id = any (?) and bucket >= ? and bucket < ?
                  group by bucket, mac) as once
            group by bucket""";
    private static final String KEEP = """
            insert into sighting select floor_id, zone_id, bucket, mac, bool_or(associated) from sighting_staged group by 1, 2, 3, 4
            on conflict (floor_id, zone_id, bucket, mac) do update set associated = true
            where excluded.associated and not sighting.associated""";

    private final Transactions transactions;
    private final Instance<WrittenSightings> listeners;
    private final RecentSightings recent = new RecentSightings();

    @Inject
    public PostgresSightings(Transactions transactions, Instance<WrittenSightings> listeners) {
        this.transactions = transactions;
        this.listeners = listeners;
    }

    /** A device in an area within a bucket. */
    record Sighting(FloorId floor, String zone, Instant bucket, String mac) {}

    @Override
    public Runnable write(Connection connection, List<Position> positions) throws SQLException {
        var fresh = new LinkedHashMap<Sighting, Boolean>();
        for (var position : positions) {
            boolean associated = position.link() == LinkState.ASSOCIATED;
            var bucket = Buckets.startOf(position.fix().seenAt());
            take(fresh, new Sighting(position.fix().floor(), WHOLE_FLOOR, bucket, position.mac()), associated);
            for (var zone : position.zones()) {
                take(fresh, new Sighting(position.fix().floor(), zone.value(), bucket, position.mac()), associated);
            }
        }
        if (!fresh.isEmpty()) {
            insert(connection, fresh);
        }
        return () -> {
            recent.written(fresh);
            listeners.stream()
                    .forEach(listener -> fresh.keySet().stream()
                            .map(sighting -> Map.entry(sighting.floor(), sighting.bucket()))
                            .distinct()
                            .forEach(place -> listener.written(place.getKey(), place.getValue())));
        };
    }

    private void take(Map<Sighting, Boolean> fresh, Sighting sighting, boolean associated) {
        if (!recent.knows(sighting, associated)) {
            fresh.merge(sighting, associated, Boolean::logicalOr);
        }
    }

    private static void insert(Connection connection, Map<Sighting, Boolean> fresh) throws SQLException {
        var rows = new CopyText();
        fresh.forEach((sighting, associated) -> rows.column(sighting.floor())
                .column(sighting.zone())
                .column(sighting.bucket())
                .column(sighting.mac())
                .column(associated)
                .endRow());
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists sighting_staged (like sighting) on commit delete rows");
            PostgresPositions.copy(connection, "sighting_staged", rows.bytes());
            statement.execute(KEEP);
        }
    }

    @Override
    public Map<Instant, Count> counts(Area area, Instant from, Instant to) {
        return transactions.inConnection(connection -> {
            boolean some = area.zones().size() > 1;
            try (var statement = connection.prepareStatement(some ? SOME_ZONES : ONE_AREA)) {
                statement.setString(1, area.floor().value());
                bindZones(connection, statement, area);
                statement.setObject(3, from.atOffset(ZoneOffset.UTC));
                statement.setObject(4, to.atOffset(ZoneOffset.UTC));
                return counts(statement);
            }
        });
    }

    private static void bindZones(Connection connection, PreparedStatement statement, Area area) throws SQLException {
        var zones = area.zones().stream().map(Object::toString).toArray();
        if (zones.length > 1) {
            statement.setArray(2, connection.createArrayOf("text", zones));
        } else {
            statement.setString(2, zones.length == 0 ? WHOLE_FLOOR : (String) zones[0]);
        }
    }

    private static Map<Instant, Count> counts(PreparedStatement statement) throws SQLException {
        var counts = new HashMap<Instant, Count>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                counts.put(row.getObject(1, OffsetDateTime.class).toInstant(), new Count(row.getInt(2), row.getInt(3)));
            }
        }
        return counts;
    }
}
