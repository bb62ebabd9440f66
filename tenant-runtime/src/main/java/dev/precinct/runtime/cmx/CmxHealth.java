package dev.precinct.runtime.cmx;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.health.ReportPart;
import dev.precinct.tenancy.runtime.RuntimeReport.CmxReport;
import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How CMX did when it was last asked, for the report: what goes wrong in one place is told, though another goes well. */
@ApplicationScoped
public class CmxHealth implements ReportPart.OfCmx {
    private static final String FINE = "CMX answers";

    private final Clock clock;
    private final boolean withCmx;
    private final Map<Call, CmxReport> lastByCall = new EnumMap<>(Call.class);
    private CmxReport report;

    /** What CMX is asked for regularly. */
    public enum Call {
        CLIENTS,
        MAPS
    }

    @Inject
    public CmxHealth(RuntimeSettings settings, Clock clock) {
        this(settings.cmx().isPresent(), clock);
    }

    public CmxHealth(boolean withCmx, Clock clock) {
        this.withCmx = withCmx;
        this.clock = clock;
        this.report = reportOf(CmxState.NOT_TRIED, "CMX was not asked yet");
    }

    public void answered(Call call) {
        record(call, CmxState.REACHABLE, FINE);
    }

    public void failed(Call call, CmxException failure) {
        record(call, failure.state(), String.valueOf(failure.getMessage()));
    }

    public synchronized CmxState state() {
        return report.state();
    }

    @Override
    public synchronized Optional<CmxReport> cmx() {
        return withCmx ? Optional.of(report) : Optional.empty();
    }

    private synchronized void record(Call call, CmxState state, String message) {
        lastByCall.put(call, reportOf(state, message));
        var worst = lastByCall.values().stream()
                .filter(last -> last.state() != CmxState.REACHABLE)
                .findFirst()
                .orElseGet(() -> reportOf(CmxState.REACHABLE, FINE));
        if (worst.state() != report.state()) {
            report = reportOf(worst.state(), worst.message());
        } else {
            report = new CmxReport(report.state(), report.since(), worst.message());
        }
    }

    private CmxReport reportOf(CmxState state, String message) {
        return new CmxReport(state, clock.instant().toString(), message);
    }
}
