package dev.precinct.runtime.location.persistence;

import dev.precinct.runtime.location.gap.FeedLog;
import dev.precinct.runtime.platform.persistence.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of the feed in the tenant's database. */
@ApplicationScoped
public class PostgresFeed implements FeedLog {
    private final Transactions transactions;

    @Inject
    public PostgresFeed(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Coverage coverage() {
        return transactions.inConnection(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select * from feed")) {
                row.next();
                var target = time(row, "backfill_target");
                var reached = time(row, "backfill_reached");
                return new Coverage(
                        time(row, "last_heard"),
                        time(row, "covered_from"),
                        target.flatMap(back -> reached.map(to -> new Backfill(back, to))));
            }
        });
    }

    @Override
    public void heard(Instant at) {
        update("update feed set last_heard = greatest(last_heard, ?)", at);
    }

    @Override
    public void coveredFrom(Instant from) {
        update("update feed set covered_from = ?", from);
    }

    @Override
    public void backfill(Backfill backfill) {
        update("update feed set backfill_target = ?, backfill_reached = ?", backfill.target(), backfill.reached());
    }

    @Override
    public void openGap(Instant from, GapReason reason) {
        update("insert into feed_gap (from_at, reason) values (?, ?) on conflict do nothing", from, reason.name());
    }

    @Override
    public void closeGap(Instant to, boolean keep) {
        if (keep) {
            update("update feed_gap set to_at = greatest(from_at, ?) where to_at is null", to);
        } else {
            update("delete from feed_gap where to_at is null");
        }
    }

    @Override
    public void addGap(Gap gap) {
        update(
                "insert into feed_gap (from_at, to_at, reason) values (?, ?, ?)",
                gap.from(),
                gap.to().orElseThrow(),
                gap.reason().name());
    }

    @Override
    public List<Gap> gaps(Instant from, Instant to) {
        return transactions.inConnection(connection -> {
            try (var statement = connection.prepareStatement("select from_at, to_at, reason from feed_gap"
                    + " where from_at < ? and (to_at is null or to_at > ?) order by from_at")) {
                statement.setObject(1, utc(to));
                statement.setObject(2, utc(from));
                var gaps = new ArrayList<Gap>();
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        gaps.add(new Gap(
                                time(row, "from_at").orElseThrow(),
                                time(row, "to_at"),
                                GapReason.valueOf(row.getString("reason"))));
                    }
                }
                return gaps;
            }
        });
    }

    private void update(String sql, Object... values) {
        transactions.inConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i] instanceof Instant time ? utc(time) : values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
