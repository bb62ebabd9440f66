package dev.precinct.operator.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what names resolved to. A name that is answered with another address each time gets all of the last hour, or its network
 * policies would be written for ever; and a name that nobody knows just now keeps those it had: a hiccup of DNS must not cut a running
 * tenant off.
 */
public final class AddressBook {
    static final Duration KEPT = Duration.ofHours(1);

    /** A name that no tenant has any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final NameResolver names;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    public AddressBook(NameResolver names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /** What the name resolves to, or did last; sorted. */
    public List<String> latest(String host) {
        return looked(host).latest();
    }

    /** What the name resolved to at any time of the last hour; sorted. */
    public List<String> recent(String host) {
        return List.copyOf(looked(host).seen().keySet());
    }

    private Entry looked(String host) {
        // Outside of the map's lock: a name server may take seconds.
        List<String> found = names.resolve(host).stream().sorted().toList();
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.asked().plus(FORGOTTEN).isBefore(now));
        return entries.compute(host, (name, before) -> after(before == null ? Entry.EMPTY : before, found, now));
    }

    private static Entry after(Entry before, List<String> found, Instant now) {
        if (found.isEmpty()) {
            return new Entry(before.latest(), before.seen(), now);
        }
        var seen = new TreeMap<>(before.seen());
        seen.values().removeIf(last -> last.plus(KEPT).isBefore(now));
        found.forEach(address -> seen.put(address, now));
        return new Entry(found, seen, now);
    }

    /** @param seen each address with when it was last seen */
    private record Entry(List<String> latest, TreeMap<String, Instant> seen, Instant asked) {
        static final Entry EMPTY = new Entry(List.of(), new TreeMap<>(), Instant.EPOCH);
    }
}
