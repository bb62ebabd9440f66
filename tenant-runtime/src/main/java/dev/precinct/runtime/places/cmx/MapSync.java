package dev.precinct.runtime.places.cmx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.cmx.CmxHealth;
import dev.precinct.runtime.places.ImageRef;
import dev.precinct.runtime.places.MapRefresh;
import dev.precinct.runtime.places.PlaceBoard;
import dev.precinct.runtime.places.PlaceStore;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Places;
import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.runtime.platform.time.Repeating;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the places as CMX draws them: at the start those of the last sync, then CMX's own, again every few minutes. */
@ApplicationScoped
public class MapSync implements MapRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(MapSync.class);
    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration MOST_OFTEN = Duration.ofSeconds(2);

    private final CmxAccess cmx;
    private final CmxHealth health;
    private final PlaceStore store;
    private final PlaceBoard board;
    private final Clock clock;
    private @Nullable JsonNode shown;
    private volatile Instant lastAsked = Instant.EPOCH;
    private volatile @Nullable Repeating loop;

    @Inject
    public MapSync(CmxAccess cmx, CmxHealth health, PlaceStore store, PlaceBoard board, Clock clock) {
        this.cmx = cmx;
        this.health = health;
        this.store = store;
        this.board = board;
        this.clock = clock;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        restore();
        if (cmx.find().isPresent()) {
            loop = new Repeating("map-sync", this::round);
        }
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }

    @Override
    public void soon() {
        var running = loop;
        if (running != null && lastAsked.plus(MOST_OFTEN).isBefore(clock.instant())) {
            running.wake();
        }
    }

    /** Shows what was kept, so that a restart without CMX knows the places. */
    public void restore() {
        store.maps().ifPresent(stored -> {
            shown = stored.maps();
            board.show(MapJson.tree(stored.maps(), stored.revision(), stored.syncedAt()));
        });
    }

    private Duration round() {
        lastAsked = clock.instant();
        try {
            sync();
            health.answered(CmxHealth.Call.MAPS);
            return USUAL;
        } catch (CmxException e) {
            health.failed(CmxHealth.Call.MAPS, e);
            LOG.warn("maps: {}", e.getMessage());
        } catch (StorageException.Unavailable e) {
            LOG.warn("maps are shown but not kept: {}", e.getMessage());
        }
        return AFTER_FAILURE;
    }

    /** Asks CMX once; an unchanged answer changes nothing. */
    public void sync() {
        var maps = cmx.client().document("/api/config/v1/maps");
        if (maps.equals(shown)) {
            return;
        }
        var tree = tree(maps);
        board.show(tree);
        LOG.info("maps: {}", tree);
        store.save(tree);
        store.keepImages(tree.paths().stream()
                .map(path -> path.floor().image().map(ImageRef::name).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        // only now, so that maps that could not be kept are tried again
        shown = maps;
    }

    private PlaceTree tree(JsonNode maps) {
        long revision = Optional.of(board)
                        .flatMap(Places::current)
                        .map(PlaceTree::revision)
                        .orElse(0L)
                + 1;
        try {
            return MapJson.tree(maps, revision, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new CmxException.BadAnswer("CMX answers with " + e.getMessage(), e);
        }
    }
}
