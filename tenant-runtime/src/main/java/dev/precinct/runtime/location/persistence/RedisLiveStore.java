package dev.precinct.runtime.location.persistence;

import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.LiveStore;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.persistence.RedisFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamAddArgs;
import org.redisson.api.stream.StreamMessageId;
import org.redisson.api.stream.StreamTrimArgs;
import org.redisson.client.codec.StringCodec;

/**
 * The copy of the live view: a hash by MAC, gone when nobody refreshes it for {@code liveTtl}, and a stream of positions that reaches
 * back {@code historyTtl}, or as far as its limit lets it.
 */
@ApplicationScoped
public class RedisLiveStore implements LiveStore {
    static final String DEVICES = "live:devices:1";
    static final String HEARD = "live:heard";
    static final String STREAM = "live:positions";
    /** Two hundred thousand positions: some twenty MiB. */
    private static final int MOST_ENTRIES = 400;

    private static final int POSITIONS_IN_ENTRY = 500;
    private static final int FIELDS_IN_COMMAND = 500;

    private final RedissonClient redis;
    private final RuntimeSettings.Redis settings;
    private final Clock clock;

    @Inject
    public RedisLiveStore(RedissonClient redis, RuntimeSettings settings, Clock clock) {
        this(redis, settings.redis(), clock);
    }

    public RedisLiveStore(RedissonClient redis, RuntimeSettings.Redis settings, Clock clock) {
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Kept load() {
        return RedisFailures.sorted(() -> {
            var devices = redis.<String, String>getMap(DEVICES, StringCodec.INSTANCE).readAllValues().stream()
                    .flatMap(text -> LiveDeviceJson.read(text).stream())
                    .filter(device ->
                            device.receivedAt().isAfter(clock.instant().minus(settings.liveTtl())))
                    .toList();
            var heard = redis.<String>getBucket(HEARD, StringCodec.INSTANCE).get();
            return new Kept(devices, Optional.ofNullable(heard).map(Instant::parse));
        });
    }

    @Override
    public void save(Collection<LiveDevice> told, Collection<Position> positions) {
        if (told.isEmpty() && positions.isEmpty()) {
            return;
        }
        RedisFailures.sorted(() -> {
            var batch = redis.createBatch(BatchOptions.defaults());
            putDevices(batch, told);
            addPositions(batch, List.copyOf(positions));
            return batch.execute();
        });
    }

    private void putDevices(RBatch batch, Collection<LiveDevice> told) {
        var map = batch.<String, String>getMap(DEVICES, StringCodec.INSTANCE);
        var part = new HashMap<String, String>();
        for (var device : told) {
            part.put(device.mac(), LiveDeviceJson.write(device));
            if (part.size() == FIELDS_IN_COMMAND) {
                later(map.putAllAsync(part));
                part = new HashMap<>();
            }
        }
        if (!part.isEmpty()) {
            later(map.putAllAsync(part));
        }
        later(map.expireAsync(settings.liveTtl()));
    }

    private void addPositions(RBatch batch, List<Position> positions) {
        if (positions.isEmpty()) {
            return;
        }
        var stream = batch.<String, String>getStream(STREAM, StringCodec.INSTANCE);
        for (int from = 0; from < positions.size(); from += POSITIONS_IN_ENTRY) {
            var part = positions.subList(from, Math.min(positions.size(), from + POSITIONS_IN_ENTRY));
            later(stream.addAsync(StreamAddArgs.entry("positions", lines(part))));
        }
        var oldest = clock.instant().minus(settings.historyTtl()).toEpochMilli();
        later(stream.trimNonStrictAsync(
                StreamTrimArgs.minId(new StreamMessageId(oldest)).noLimit()));
        later(stream.trimNonStrictAsync(StreamTrimArgs.maxLen(MOST_ENTRIES).noLimit()));
    }

    /** One line for each position: device, time, floor, x, y, link. */
    private static String lines(List<Position> positions) {
        var lines = new ArrayList<String>(positions.size());
        for (var position : positions) {
            var fix = position.fix();
            lines.add(String.join(
                    "\t",
                    position.mac(),
                    Long.toString(fix.seenAt().toEpochMilli()),
                    fix.floor().value(),
                    Float.toString((float) fix.x()),
                    Float.toString((float) fix.y()),
                    position.link().name()));
        }
        return String.join("\n", lines);
    }

    @Override
    public void remove(Collection<LiveDevice> gone) {
        if (!gone.isEmpty()) {
            RedisFailures.sorted(() -> redis.<String, String>getMap(DEVICES, StringCodec.INSTANCE)
                    .fastRemove(gone.stream().map(LiveDevice::mac).toArray(String[]::new)));
        }
    }

    @Override
    public void heard(Instant at) {
        RedisFailures.sorted(() -> {
            redis.<String>getBucket(HEARD, StringCodec.INSTANCE).set(at.toString(), settings.liveTtl());
            return at;
        });
    }

    /** The batch tells what became of its commands; one alone is not waited for. */
    @SuppressWarnings({"FutureReturnValueIgnored", "unused"})
    private static void later(Object command) {}
}
