package dev.precinct.runtime.places;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The current places for everyone in this process. */
@ApplicationScoped
public class PlaceBoard implements Places {
    private static final long IMAGE_BYTES_IN_MEMORY = 8L * 1024 * 1024;

    private final PlaceStore store;
    private final ImageSource source;
    private final Clock clock;
    private final List<Consumer<PlaceTree>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final Cache<String, FloorImage> images = Caffeine.newBuilder()
            .maximumWeight(IMAGE_BYTES_IN_MEMORY)
            .weigher((String name, FloorImage image) -> image.bytes().length)
            .build();
    private volatile @Nullable PlaceTree tree;

    @Inject
    public PlaceBoard(PlaceStore store, ImageSource source, Clock clock) {
        this.store = store;
        this.source = source;
        this.clock = clock;
    }

    /** Shows another tree to everyone. */
    public void show(PlaceTree next) {
        changing.lock();
        try {
            tree = next;
            listeners.forEach(listener -> listener.accept(next));
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<PlaceTree> current() {
        return Optional.ofNullable(tree);
    }

    @Override
    public void onChange(Consumer<PlaceTree> listener) {
        changing.lock();
        try {
            listeners.add(listener);
            current().ifPresent(listener);
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<FloorImage> image(FloorId floor) {
        return current()
                .flatMap(places -> places.path(floor))
                .flatMap(path -> path.floor().image().flatMap(image -> image(path, image)));
    }

    private Optional<FloorImage> image(PlacePath path, ImageRef image) {
        // the cache lets only one of many askers fetch
        return Optional.ofNullable(images.get(
                image.name(),
                name -> store.image(name).or(() -> fetched(path, image)).orElse(null)));
    }

    private Optional<FloorImage> fetched(PlacePath path, ImageRef image) {
        var fetched = source.fetch(path, image);
        fetched.ifPresent(found -> store.saveImage(image.name(), found, clock.instant()));
        return fetched;
    }
}
