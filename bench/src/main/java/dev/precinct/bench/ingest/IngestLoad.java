package dev.precinct.bench.ingest;

import dev.precinct.bench.ingest.persistence.WrittenPositions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Pushes a single notification of a device of its own at each tick over a fixed number of connections; the time counts from the tick, so that a
 * slow answer that makes others late is counted as such. Meanwhile it looks every 50 ms which positions came to be durable.
 */
public final class IngestLoad {
    private static final double LIMIT_MILLIS = 2_000;
    private static final double POLLED_POSITIONS = 5_000;
    private static final int CONNECTIONS = 128;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Target target;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<Long> ackMillis = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tick = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * Where to push to.
     *
     * @param host the tenant's, as the gateway knows it
     * @param floor id of a floor
     */
    record Target(URI notifications, String host, String floor, int perSecond, Devices devices) {}

    /** Each push is of another device: the first has this number. */
    record Devices(int first, Duration length) {}

    private IngestLoad(Target target) {
        this.target = target;
    }

    /** Arguments: address of the notifications, host, floor, pushes per second, number of the first device, seconds; database URL, user and password in the environment. */
    public static void main(String[] arguments) throws Exception {
        var load = new IngestLoad(new Target(
                URI.create(arguments[0]),
                arguments[1],
                arguments[2],
                Integer.parseInt(arguments[3]),
                new Devices(Integer.parseInt(arguments[4]), Duration.ofSeconds(Long.parseLong(arguments[5])))));
        try (var written = new WrittenPositions(
                env("DATABASE_URL"), env("DATABASE_USER"), env("DATABASE_PASSWORD"), LocalDate.now(ZoneOffset.UTC))) {
            load.run(written);
        }
    }

    private static String env(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private void run(WrittenPositions written) throws SQLException, InterruptedException {
        written.next();
        long begin = System.nanoTime();
        long end = begin + target.devices().length().toNanos();
        var lags = new ArrayList<Long>();
        int rows = 0;
        try (var pushing = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                pushing.execute(() -> pushAll(begin, end));
            }
            while (System.nanoTime() < end) {
                var batch = written.next();
                rows += batch.rows();
                for (int i = 0; i < batch.rows(); i++) {
                    lags.add(batch.lagMillis());
                }
                Thread.sleep(LOOK);
            }
        }
        double seconds = target.devices().length().toSeconds();
        double wanted = POLLED_POSITIONS + target.perSecond();
        int kept = written.withPositions(acknowledged, 1);
        System.out.printf(
                "durable positions: %.0f/s of %.0f/s, ratio %.2f; lag from heard to seen durable p50 %d ms, p99 %d ms, ratio to the limit %.2f (goal ≤ 1.00)%n",
                rows / seconds,
                wanted,
                rows / seconds / wanted,
                at(lags, 0.5),
                at(lags, 0.99),
                at(lags, 0.99) / LIMIT_MILLIS);
        var acks = new ArrayList<>(ackMillis);
        System.out.printf(
                "single pushes: %.0f/s of %d/s acknowledged, %d refused; push to durable acknowledgement p50 %d ms, p99 %d ms, ratio to the limit %.2f (goal ≤ 1.00)%n",
                acks.size() / seconds,
                target.perSecond(),
                refused.get(),
                at(acks, 0.5),
                at(acks, 0.99),
                at(acks, 0.99) / LIMIT_MILLIS);
        System.out.printf("acknowledged and not there: %d%n", acknowledged.size() - kept);
    }

    /** Each connection takes the next tick; where all are busy, ticks come late, and count as late. */
    private void pushAll(long begin, long end) {
        long period = 1_000_000_000L / target.perSecond();
        while (true) {
            int number = tick.getAndIncrement();
            long due = begin + number * period;
            if (due >= end) {
                return;
            }
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            push(target.devices().first() + number, due);
        }
    }

    private void push(int device, long due) {
        String mac = "02:be:%02x:%02x:%02x:%02x"
                .formatted(device >> 24 & 0xff, device >> 16 & 0xff, device >> 8 & 0xff, device & 0xff);
        String body =
                """
                {"notifications":[{"notificationType":"locationupdate","entity":"WIRELESS_CLIENTS","deviceId":"%s","floorRefId":"%s",\
                "locationCoordinate":{"x":%d.5,"y":20.25,"z":0.0,"unit":"FEET"},"confidenceFactor":24.0,"associated":true,"timestamp":%d}]}""".formatted(mac, target.floor(), device % 100, Instant.now().toEpochMilli());
        var request = HttpRequest.newBuilder(target.notifications())
                .header("Host", target.host())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                ackMillis.add((System.nanoTime() - due) / 1_000_000);
                acknowledged.add(mac);
                return;
            }
        } catch (IOException e) {
            // Counted with the refused ones: nobody was told that it is durable.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refused.incrementAndGet();
    }

    private static long at(List<Long> values, double quantile) {
        if (values.isEmpty()) {
            return -1;
        }
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * quantile)));
    }
}
