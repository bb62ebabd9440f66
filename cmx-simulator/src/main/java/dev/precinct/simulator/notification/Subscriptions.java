package dev.precinct.simulator.notification;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All subscriptions by name; putting one again replaces it. */
public final class Subscriptions {
    private final Map<String, Subscription> byName = new ConcurrentSkipListMap<>();

    public void put(Subscription subscription) {
        byName.put(subscription.name(), subscription);
    }

    public Collection<Subscription> all() {
        return byName.values();
    }

    public @Nullable Subscription find(String name) {
        return byName.get(name);
    }

    /** False when there is none of this name. */
    public boolean remove(String name) {
        return byName.remove(name) != null;
    }
}
