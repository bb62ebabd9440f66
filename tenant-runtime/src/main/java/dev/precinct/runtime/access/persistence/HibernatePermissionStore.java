package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.PermissionStore;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.RevisedChanges;
import dev.precinct.runtime.access.Row;
import dev.precinct.runtime.platform.persistence.Transactions;
import dev.precinct.tenancy.principal.PrincipalChange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** Permissions in the tenant's PostgreSQL. */
public final class HibernatePermissionStore implements PermissionStore {
    private final Transactions transactions;

    public HibernatePermissionStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Permissions read() {
        return transactions.inStatelessSession(session -> read(session, state(session, LockMode.READ)));
    }

    @Override
    public Permissions change(UnaryOperator<Permissions> change) {
        return transactions.inStatelessSession(session -> {
            StateEntity state = state(session, LockMode.PESSIMISTIC_WRITE);
            Permissions before = read(session, state);
            RevisedChanges revised = RevisedChanges.between(before, change.apply(before));
            Permissions after = revised.after();
            write(session, before.roles(), after.roles(), RoleEntity::of);
            write(session, before.disclosures(), after.disclosures(), DisclosureEntity::of);
            write(session, before.groups(), after.groups(), GroupEntity::of);
            write(session, before.users(), after.users(), UserEntity::of);
            revised.changes().forEach(each -> session.insert(OutboxEntity.of(each)));
            if (after.revision() != before.revision()) {
                state.reach(after.revision());
                session.update(state);
            }
            return after;
        });
    }

    @Override
    public void handOver(Consumer<Pending> receiver) {
        transactions.inStatelessSession(session -> {
            StateEntity state = state(session, LockMode.PESSIMISTIC_WRITE);
            List<PrincipalChange> changes =
                    session
                            .createSelectionQuery("from OutboxEntity order by revision", OutboxEntity.class)
                            .list()
                            .stream()
                            .map(OutboxEntity::toChange)
                            .toList();
            receiver.accept(new Pending(read(session, state), changes));
            return session.createMutationQuery("delete from OutboxEntity").executeUpdate();
        });
    }

    @Override
    public byte[] pseudonymKey() {
        return transactions.inStatelessSession(
                session -> state(session, LockMode.READ).pseudonymKey());
    }

    private static StateEntity state(StatelessSession session, LockMode lock) {
        return session.get(StateEntity.class, StateEntity.ID, lock);
    }

    private static Permissions read(StatelessSession session, StateEntity state) {
        return new Permissions(
                state.revision(),
                rows(session, RoleEntity.class, RoleEntity::toRole),
                rows(session, DisclosureEntity.class, DisclosureEntity::toRow),
                rows(session, GroupEntity.class, GroupEntity::toGroup),
                rows(session, UserEntity.class, UserEntity::toUser));
    }

    private static <E, T extends Row<T>> SortedMap<String, T> rows(
            StatelessSession session, Class<E> entity, Function<E, T> toRow) {
        return session.createSelectionQuery("from " + entity.getSimpleName(), entity).list().stream()
                .map(toRow)
                .collect(Collectors.toMap(Row::name, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private static <E, T extends Row<T>> void write(
            StatelessSession session,
            SortedMap<String, T> before,
            SortedMap<String, T> after,
            Function<T, E> toEntity) {
        before.forEach((name, row) -> {
            if (!after.containsKey(name)) {
                session.delete(toEntity.apply(row));
            }
        });
        after.forEach((name, row) -> {
            if (!before.containsKey(name)) {
                session.insert(toEntity.apply(row));
            } else if (!row.equals(before.get(name))) {
                session.update(toEntity.apply(row));
            }
        });
    }
}
