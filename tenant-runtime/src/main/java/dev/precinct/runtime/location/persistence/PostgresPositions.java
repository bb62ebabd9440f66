package dev.precinct.runtime.location.persistence;

import dev.precinct.runtime.location.LinkState;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.location.ingest.PositionLog;
import dev.precinct.runtime.platform.persistence.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/**
 * Positions by COPY: into a table of the session first, because COPY can't pass over the rows that are there already, then on in one
 * statement.
 */
@ApplicationScoped
public class PostgresPositions implements PositionLog {
    private static final int DAYS_AHEAD = 2;

    private final Transactions transactions;
    private final List<AlongsidePositions> alongside;
    private final Partitions partitions = new Partitions();

    @Inject
    public PostgresPositions(Transactions transactions, @Any Instance<AlongsidePositions> alongside) {
        this(transactions, alongside.stream().toList());
    }

    public PostgresPositions(Transactions transactions, List<AlongsidePositions> alongside) {
        this.transactions = transactions;
        this.alongside = List.copyOf(alongside);
    }

    @Override
    public void append(List<Position> positions) {
        ensurePartitions(positions);
        var afterwards = transactions.inConnection(connection -> {
            stage(connection, positions);
            var later = new ArrayList<Runnable>();
            for (var derived : alongside) {
                later.add(derived.write(connection, positions));
            }
            return later;
        });
        afterwards.forEach(Runnable::run);
    }

    /** In a transaction of its own: it locks the table, and a batch of positions must not hold that lock. */
    private void ensurePartitions(List<Position> positions) {
        var missing = new TreeSet<LocalDate>();
        for (var position : positions) {
            var day = Partitions.dayOf(position.fix().seenAt());
            if (!partitions.knows(day)) {
                missing.add(day);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        // the days that follow the newest, so that midnight finds its partition
        for (int ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
            missing.add(missing.last().plusDays(1));
        }
        transactions.inConnection(connection -> {
            partitions.make(connection, missing);
            return missing;
        });
        partitions.committed(missing.headSet(missing.last().minusDays(DAYS_AHEAD), true));
    }

    private static void stage(Connection connection, List<Position> positions) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table if not exists position_staged"
                    + " (like position including defaults) on commit delete rows");
            copy(connection, "position_staged", rows(positions));
            statement.execute("insert into position select * from position_staged on conflict do nothing");
        }
    }

    private static byte[] rows(List<Position> positions) {
        var text = new CopyText();
        for (var position : positions) {
            var fix = position.fix();
            text.column(position.mac())
                    .column(fix.seenAt())
                    .column(fix.floor())
                    .column((float) fix.x())
                    .column((float) fix.y())
                    .column((float) fix.confidenceFeet())
                    .column(letter(position.link()))
                    .column(position.receivedAt())
                    .endRow();
        }
        return text.bytes();
    }

    private static char letter(LinkState link) {
        return switch (link) {
            case ASSOCIATED -> 'A';
            case PROBING -> 'P';
            case UNKNOWN -> 'U';
        };
    }

    /** Sends rows in COPY's text form. */
    public static void copy(Connection connection, String table, byte[] rows) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows));
        } catch (IOException e) {
            throw new UncheckedIOException("the connection to the database ended", e);
        }
    }
}
