package dev.precinct.runtime.location.cmx;

import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.cmx.CmxHealth;
import dev.precinct.runtime.location.DeviceUpdate;
import dev.precinct.runtime.location.DeviceUpdate.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks CMX for all clients, page by page. The one poll for all users. */
@ApplicationScoped
public class ClientPoll {
    private static final int PAGE = 1_000;
    /** Far more than an appliance tracks: ends a CMX that repeats itself for ever. */
    private static final int MOST_PAGES = 200;

    private final CmxAccess cmx;
    private final CmxHealth health;
    private final Clock clock;

    @Inject
    public ClientPoll(CmxAccess cmx, CmxHealth health, Clock clock) {
        this.cmx = cmx;
        this.health = health;
        this.clock = clock;
    }

    /**
     * @param startedAt by our clock: whoever was told was told after it
     * @param applianceNow the latest that the appliance called now
     */
    public record Told(Instant startedAt, List<DeviceUpdate> updates, Optional<Instant> applianceNow) {}

    /** @throws CmxException when a page is missing: a part of the list is no list */
    public Told ask() {
        var startedAt = clock.instant();
        var updates = new ArrayList<DeviceUpdate>();
        try {
            int page = 1;
            int rows = PAGE;
            // what is served before is told by fewer rows than asked for
            while (rows >= PAGE && page <= MOST_PAGES) {
                rows = cmx.client()
                        .each(
                                "/api/location/v2/clients?page=" + page + "&pageSize=" + PAGE,
                                node -> ClientJson.live(node, clock.instant())
                                        .ifPresent(device -> updates.add(new DeviceUpdate(device, Source.POLL))));
                page++;
            }
            health.answered(CmxHealth.Call.CLIENTS);
        } catch (CmxException e) {
            health.failed(CmxHealth.Call.CLIENTS, e);
            throw e;
        }
        var applianceNow = updates.stream()
                .map(update -> update.device().client().times().serverTime().toInstant())
                .max(Instant::compareTo);
        return new Told(startedAt, updates, applianceNow);
    }
}
