package dev.precinct.simulator.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each route was called: lets a test show that requests do not grow with users. */
final class RequestCounts {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String route) {
        counts.computeIfAbsent(route, each -> new LongAdder()).increment();
    }

    Map<String, Long> counts() {
        var snapshot = new TreeMap<String, Long>();
        counts.forEach((route, count) -> snapshot.put(route, count.sum()));
        return snapshot;
    }

    void reset() {
        counts.clear();
    }
}
