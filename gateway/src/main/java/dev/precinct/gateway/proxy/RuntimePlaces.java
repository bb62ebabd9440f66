package dev.precinct.gateway.proxy;

import dev.precinct.gateway.config.RuntimeSettings;
import dev.precinct.gateway.exchange.RejectedException;
import dev.precinct.gateway.exchange.Rejection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests are under way at each runtime. One that answers slowly keeps as many waiting as this allows, and takes no more of
 * the memory that all tenants share. Streams, which stay for hours, are counted apart: they must not shut out the others.
 */
final class RuntimePlaces {
    private final RuntimeSettings settings;
    private final Map<Key, Integer> taken = new ConcurrentHashMap<>();

    RuntimePlaces(RuntimeSettings settings) {
        this.settings = settings;
    }

    private record Key(String namespace, boolean streaming) {}

    /** A place; closing gives it back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws RejectedException when all are taken */
    Place take(String namespace, boolean streaming) {
        var key = new Key(namespace, streaming);
        int most = streaming ? settings.streams() : settings.requests();
        if (taken.merge(key, 1, Integer::sum) > most) {
            giveBack(key);
            throw new RejectedException(Rejection.runtimeBusy());
        }
        return () -> giveBack(key);
    }

    private void giveBack(Key key) {
        taken.computeIfPresent(key, (_, number) -> number == 1 ? null : number - 1);
    }
}
