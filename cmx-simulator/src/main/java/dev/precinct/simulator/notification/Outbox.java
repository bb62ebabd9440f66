package dev.precinct.simulator.notification;

import io.helidon.http.HeaderNames;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.api.HttpClientRequest;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.spi.DnsResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends pushes at most once: a full queue drops them, a failed receiver loses them, nobody tries again. */
final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int LANES = 4;
    private static final int LANE_CAPACITY = 2_000;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final WebClient client = WebClient.builder()
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(READ_TIMEOUT)
            .followRedirects(false)
            .proxy(Proxy.noProxy())
            .dnsResolver(new LocalhostNames())
            .build();
    private final List<BlockingQueue<Push>> lanes;
    private final List<Thread> senders;
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /** One body for one receiver. */
    record Push(Subscription.Receiver receiver, byte[] body) {}

    /** What became of the pushes so far. */
    record Totals(long sent, long failed, long dropped) {}

    Outbox() {
        lanes = IntStream.range(0, LANES)
                .<BlockingQueue<Push>>mapToObj(lane -> new ArrayBlockingQueue<>(LANE_CAPACITY))
                .toList();
        senders = lanes.stream()
                .map(lane -> Thread.ofVirtual().name("push").start(() -> work(lane)))
                .toList();
    }

    /** Queues a push; those of one device keep their order. */
    void send(int device, Push push) {
        if (!lanes.get(Math.floorMod(device, LANES)).offer(push)) {
            dropped.increment();
        }
    }

    Totals totals() {
        return new Totals(sent.sum(), failed.sum(), dropped.sum());
    }

    private void work(BlockingQueue<Push> lane) {
        try {
            while (true) {
                deliver(lane.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Push push) {
        try (var response = request(push).submit(push.body())) {
            response.entity().consume();
            if (response.status().code() < 300) {
                sent.increment();
            } else {
                failed.increment();
                LOG.info("{} answered {}", push.receiver().uri().getHost(), response.status());
            }
        } catch (RuntimeException e) {
            // Whatever the client throws, the push is lost: at most once. The count tells.
            failed.increment();
            LOG.info("{} cannot be reached: {}", push.receiver().uri().getHost(), e.toString());
        }
    }

    private HttpClientRequest request(Push push) {
        var request = client.post().uri(push.receiver().uri()).header(HeaderNames.CONTENT_TYPE, "application/json");
        push.receiver().headers().forEach((name, value) -> request.header(HeaderNames.create(name), value));
        return request;
    }

    @Override
    public void close() {
        senders.forEach(Thread::interrupt);
        client.closeResource();
    }

    /** Browsers know that every name below localhost is this machine; Java does not. */
    private static final class LocalhostNames implements DnsResolver {
        @Override
        public InetAddress resolveAddress(String hostname, DnsAddressLookup lookup) {
            try {
                var name = hostname.toLowerCase(Locale.ROOT);
                return name.equals("localhost") || name.endsWith(".localhost")
                        ? InetAddress.getByName("127.0.0.1")
                        : lookup.filter(InetAddress.getAllByName(hostname))[0];
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("unknown host " + hostname, e);
            }
        }
    }
}
