package dev.precinct.operator.observability;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What the operator counts, as text for Prometheus. No tenant is named: there may be thousands. */
public final class OperatorMetrics {
    private final LongAdder passNanos = new LongAdder();
    private final Map<String, LongAdder> passes = new ConcurrentHashMap<>();
    private final LongSupplier writes;

    /** @param writes objects written to Kubernetes since the start */
    public OperatorMetrics(LongSupplier writes) {
        this.writes = writes;
    }

    /** @param result {@code settled}, {@code waiting}, {@code failed}, {@code refused} or {@code bug} */
    public void passed(String result) {
        passes.computeIfAbsent(result, key -> new LongAdder()).increment();
    }

    public void took(Duration pass) {
        passNanos.add(pass.toNanos());
    }

    /** Passes since the start with this result. */
    public long passes(String result) {
        LongAdder count = passes.get(result);
        return count == null ? 0 : count.sum();
    }

    String text() {
        var text = new StringBuilder("# TYPE precinct_operator_passes_total counter\n");
        passes.keySet().stream()
                .sorted()
                .forEach(result -> text.append("precinct_operator_passes_total{result=\"")
                        .append(result)
                        .append("\"} ")
                        .append(passes(result))
                        .append('\n'));
        return text.append("# TYPE precinct_operator_pass_seconds_total counter\nprecinct_operator_pass_seconds_total ")
                .append(passNanos.sum() / 1e9)
                .append(
                        "\n# TYPE precinct_operator_object_writes_total counter\nprecinct_operator_object_writes_total ")
                .append(writes.getAsLong())
                .append('\n')
                .toString();
    }
}
