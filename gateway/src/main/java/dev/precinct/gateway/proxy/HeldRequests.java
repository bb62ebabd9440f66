package dev.precinct.gateway.proxy;

import dev.precinct.gateway.config.HoldLimits;
import dev.precinct.gateway.exchange.RejectedException;
import dev.precinct.gateway.exchange.Rejection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Requests that wait for a runtime to listen. However many wait for one tenant, one of them looks whether it does. A request that waits
 * is not read, so it costs a thread and its head.
 */
public final class HeldRequests implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** The one who looks may run out of time: after this somebody else looks whether anybody does. */
    private static final Duration LONGEST_TRUST = Duration.ofMillis(500);

    private final HoldLimits limits;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private int held;
    private volatile boolean open = true;

    /** Those of one tenant. */
    private static final class Waiting {
        private int requests;
        private CountDownLatch listens = new CountDownLatch(1);
        private boolean watched;
    }

    public HeldRequests(HoldLimits limits) {
        this.limits = limits;
    }

    /** A place among those that wait; closing gives it back. */
    final class Hold implements AutoCloseable {
        private final String namespace;
        private final long beganAtNanos = System.nanoTime();

        private Hold(String namespace) {
            this.namespace = namespace;
        }

        /**
         * Waits until the runtime listens; the time limit is that of the whole hold.
         *
         * @param listens looks whether it does
         * @return false when the time is over
         */
        boolean await(BooleanSupplier listens) {
            try {
                return awaited(listens);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private boolean awaited(BooleanSupplier listens) throws InterruptedException {
            while (open && leftNanos() > 0) {
                CountDownLatch latch = latch(namespace);
                boolean heard = watches(namespace)
                        ? watched(listens)
                        : latch.await(Math.min(leftNanos(), LONGEST_TRUST.toNanos()), TimeUnit.NANOSECONDS);
                if (heard) {
                    return true;
                }
            }
            return false;
        }

        private boolean watched(BooleanSupplier listens) throws InterruptedException {
            try {
                while (open && leftNanos() > 0) {
                    if (listens.getAsBoolean()) {
                        tell(namespace);
                        return true;
                    }
                    Thread.sleep(PAUSE);
                }
                return false;
            } finally {
                watchesNoLonger(namespace);
            }
        }

        private long leftNanos() {
            return limits.longest().toNanos() - tookNanos();
        }

        long tookNanos() {
            return System.nanoTime() - beganAtNanos;
        }

        @Override
        public void close() {
            giveBack(namespace);
        }
    }

    /** @throws RejectedException when too many wait already */
    synchronized Hold take(String namespace) {
        Waiting own = waiting.computeIfAbsent(namespace, _ -> new Waiting());
        if (own.requests >= limits.perTenant() || held >= limits.all()) {
            if (own.requests == 0) {
                waiting.remove(namespace);
            }
            throw new RejectedException(Rejection.tooManyWait());
        }
        own.requests++;
        held++;
        return new Hold(namespace);
    }

    /** How many wait now. */
    public synchronized int size() {
        return held;
    }

    private synchronized void giveBack(String namespace) {
        held--;
        waiting.computeIfPresent(namespace, (_, own) -> --own.requests == 0 ? null : own);
    }

    private synchronized CountDownLatch latch(String namespace) {
        return waiting.getOrDefault(namespace, new Waiting()).listens;
    }

    /** Whether the caller is the one who looks. */
    private synchronized boolean watches(String namespace) {
        Waiting own = waiting.getOrDefault(namespace, new Waiting());
        boolean first = !own.watched;
        own.watched = true;
        return first;
    }

    private synchronized void watchesNoLonger(String namespace) {
        waiting.getOrDefault(namespace, new Waiting()).watched = false;
    }

    private synchronized void tell(String namespace) {
        Waiting own = waiting.getOrDefault(namespace, new Waiting());
        own.listens.countDown();
        own.listens = new CountDownLatch(1);
    }

    @Override
    public void close() {
        open = false;
    }
}
