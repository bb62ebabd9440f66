package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.segment.PinStore;
import dev.precinct.runtime.access.segment.SegmentPin;
import dev.precinct.runtime.platform.persistence.Transactions;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Pins in the tenant's PostgreSQL. */
public final class HibernatePinStore implements PinStore {
    private final Transactions transactions;

    public HibernatePinStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<SegmentPath, SegmentPin> read() {
        return transactions.inStatelessSession(HibernatePinStore::read);
    }

    @Override
    public Map<SegmentPath, SegmentPin> change(Collection<SegmentPin> added, Collection<SegmentPin> removed) {
        return transactions.inStatelessSession(session -> {
            removed.forEach(pin -> session.createMutationQuery(
                            "delete from PinEntity where path = :path and placeId = :placeId")
                    .setParameter("path", pin.path().text())
                    .setParameter("placeId", pin.placeId())
                    .executeUpdate());
            added.forEach(pin -> session.createNativeMutationQuery(
                            "insert into access_segment_pin (path, kind, place_id) values (:path, :kind, :placeId)"
                                    + " on conflict (path) do nothing")
                    .setParameter("path", pin.path().text())
                    .setParameter("kind", pin.kind().name())
                    .setParameter("placeId", pin.placeId())
                    .executeUpdate());
            return read(session);
        });
    }

    private static Map<SegmentPath, SegmentPin> read(StatelessSession session) {
        return session.createSelectionQuery("from PinEntity", PinEntity.class).list().stream()
                .map(PinEntity::toPin)
                .collect(Collectors.toMap(SegmentPin::path, Function.identity()));
    }
}
