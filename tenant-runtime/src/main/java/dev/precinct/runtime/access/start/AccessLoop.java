package dev.precinct.runtime.access.start;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.publication.PrincipalPublisher;
import dev.precinct.runtime.access.seed.Seeding;
import dev.precinct.runtime.access.segment.Segments;
import dev.precinct.runtime.places.Places;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the seed's files, pins segments and publishes principals: each second, and at once after a change or a map sync. The first
 * round runs before the process is ready, so that no request meets a runtime without users.
 */
@ApplicationScoped
public class AccessLoop {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLoop.class);
    private static final long ROUND_MILLIS = 1_000;
    /** Until then the start has better use for the processor than comparing passwords. */
    private static final int ROUNDS_OF_THE_START = 10;

    private final Seeding seeding;
    private final Segments segments;
    private final PrincipalPublisher publisher;
    private final AccessControl access;
    private final Places places;
    private final Semaphore wanted = new Semaphore(0);
    private @Nullable Thread thread;
    private boolean publishing = true;
    private long compared = -1;

    @Inject
    public AccessLoop(
            Seeding seeding, Segments segments, PrincipalPublisher publisher, AccessControl access, Places places) {
        this.seeding = seeding;
        this.segments = segments;
        this.publisher = publisher;
        this.access = access;
        this.places = places;
    }

    void start(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
                    Object event) {
        access.onChange(wanted::release);
        places.onChange(tree -> wanted.release());
        round();
        thread = Thread.ofVirtual().name("access").start(this::run);
    }

    @PreDestroy
    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        int quietRounds = 0;
        try {
            while (true) {
                if (wanted.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                } else {
                    quietRounds++;
                }
                round();
                if (quietRounds > ROUNDS_OF_THE_START) {
                    seeding.compareNextPassword();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        if (access.current().revision() == compared) {
            seeding.follow();
        } else {
            seeding.compareAgain();
        }
        compared = access.current().revision();
        try {
            segments.refresh();
            publisher.publishPending();
            if (!publishing) {
                LOG.info("principals are published again");
            }
            publishing = true;
        } catch (RuntimeException e) {
            if (publishing) {
                LOG.warn("pins or principals can't be written now, trying on: {}", e.getMessage(), e);
            }
            publishing = false;
        }
    }
}
