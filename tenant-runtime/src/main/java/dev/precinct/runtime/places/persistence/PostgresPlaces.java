package dev.precinct.runtime.places.persistence;

import dev.precinct.runtime.places.FloorImage;
import dev.precinct.runtime.places.PlaceStore;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.platform.persistence.EntityClasses;
import dev.precinct.runtime.platform.persistence.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places in the tenant's database. */
@ApplicationScoped
public class PostgresPlaces implements PlaceStore, EntityClasses {
    private final Instance<Transactions> transactions;

    /** @param transactions asked for late: they are made of our entity classes */
    @Inject
    public PostgresPlaces(Instance<Transactions> transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Class<?>> entityClasses() {
        return List.of(
                PlaceSyncEntity.class,
                CampusEntity.class,
                BuildingEntity.class,
                FloorEntity.class,
                ZoneEntity.class,
                AccessPointEntity.class,
                FloorImageEntity.class);
    }

    @Override
    public Optional<StoredMaps> maps() {
        return transactions
                .get()
                .inSession(session -> Optional.ofNullable(session.find(PlaceSyncEntity.class, PlaceSyncEntity.ONLY))
                        .map(sync -> new StoredMaps(
                                sync.revision(),
                                sync.syncedAt(),
                                PlaceEntities.maps(
                                        sync.cmxVersion(),
                                        session.createSelectionQuery(
                                                        "from CampusEntity order by position", CampusEntity.class)
                                                .getResultList()))));
    }

    @Override
    public void save(PlaceTree tree) {
        transactions.get().inSession(session -> {
            // rows below a campus go with it
            session.createMutationQuery("delete from CampusEntity").executeUpdate();
            int position = 0;
            for (var campus : tree.campuses()) {
                session.persist(PlaceEntities.of(campus, position++));
            }
            return session.merge(new PlaceSyncEntity(tree.revision(), tree.syncedAt(), tree.cmxVersion()));
        });
    }

    @Override
    public Optional<FloorImage> image(String name) {
        return transactions
                .get()
                .inStatelessSession(session -> Optional.ofNullable(session.get(FloorImageEntity.class, name))
                        .map(image -> new FloorImage(image.mediaType(), image.bytes())));
    }

    @Override
    public void saveImage(String name, FloorImage image, Instant fetchedAt) {
        transactions
                .get()
                .inSession(session ->
                        session.merge(new FloorImageEntity(name, image.mediaType(), image.bytes(), fetchedAt)));
    }

    @Override
    public void keepImages(Set<String> names) {
        transactions
                .get()
                .inSession(
                        session -> session.createMutationQuery("delete from FloorImageEntity where name not in :names")
                                .setParameterList("names", names)
                                .executeUpdate());
    }
}
