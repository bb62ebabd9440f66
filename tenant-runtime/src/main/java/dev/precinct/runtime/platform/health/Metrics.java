package dev.precinct.runtime.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/**
 * Counters and gauges in Prometheus' text form. A runtime has a few dozen of them and hundreds of runtimes share a machine: the
 * registry that Helidon would bring costs each of them megabytes.
 */
@ApplicationScoped
public class Metrics {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PREFIX = "precinct_runtime_";

    private final Map<String, LongAdder> counters = new ConcurrentSkipListMap<>();
    private final Map<String, DoubleSupplier> gauges = new ConcurrentSkipListMap<>();

    /** A counter by its name in snake case, made when first asked for. */
    public LongAdder counter(String name) {
        return counters.computeIfAbsent(PREFIX + name + "_total", absent -> new LongAdder());
    }

    /** A value that is read at each scrape. */
    public void gauge(String name, DoubleSupplier value) {
        gauges.put(PREFIX + name, value);
    }

    String text() {
        var text = new StringBuilder();
        counters.forEach((name, value) -> text.append("# TYPE ")
                .append(name)
                .append(" counter\n")
                .append(name)
                .append(' ')
                .append(value.sum())
                .append('\n'));
        gauges.forEach((name, value) -> text.append("# TYPE ")
                .append(name)
                .append(" gauge\n")
                .append(name)
                .append(' ')
                .append(String.format(Locale.ROOT, "%s", value.getAsDouble()))
                .append('\n'));
        return text.toString();
    }
}
