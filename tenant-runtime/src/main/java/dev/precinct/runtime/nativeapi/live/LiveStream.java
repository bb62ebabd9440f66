package dev.precinct.runtime.nativeapi.live;

import dev.precinct.runtime.location.Feed;
import dev.precinct.runtime.location.FeedState;
import dev.precinct.runtime.location.LiveView;
import dev.precinct.runtime.nativeapi.Answers;
import dev.precinct.runtime.nativeapi.live.FloorView.Lens;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a floor's events on the request's own virtual thread until the listener is gone, the user may no longer see the floor, or the
 * process ends. Each second the user's rights are looked up anew.
 */
final class LiveStream implements StreamingOutput {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int ROUNDS_OF_SILENCE = 15;

    /** The server keeps the first 8 KiB of an answer back, to count their length; a comment of that size sends them on their way. */
    private static final String OPENING = ":" + " ".repeat(8 * 1024) + "\n\n";

    private final LiveView live;
    private final Feed feed;
    private final Supplier<Optional<Lens>> lens;
    private final BooleanSupplier ending;
    private final LiveEvents events = new LiveEvents();

    /** @param lens empty as soon as the user may no longer see the floor */
    LiveStream(LiveView live, Feed feed, Supplier<Optional<Lens>> lens, BooleanSupplier ending) {
        this.live = live;
        this.feed = feed;
        this.lens = lens;
        this.ending = ending;
    }

    @Override
    public void write(OutputStream out) {
        try {
            tell(out);
        } catch (IOException | UncheckedIOException gone) {
            LOG.debug("a listener is gone: {}", gone.getMessage());
        }
    }

    private void tell(OutputStream out) throws IOException {
        Optional<Lens> first = lens.get();
        if (first.isEmpty()) {
            return;
        }
        Lens known = first.get();
        write(out, OPENING);
        long revision = live.revision();
        send(out, events.snapshot(known.floor().id().value(), serverTime(known), freshness(known), view(known)));
        int silent = 0;
        while (!ending.getAsBoolean() && pause()) {
            Optional<Lens> present = lens.get();
            if (present.isEmpty()) {
                return;
            }
            boolean said = false;
            long now = live.revision();
            if (now != revision || !sameLook(known, present.get())) {
                revision = now;
                known = present.get();
                said = send(out, events.update(serverTime(known), view(known)));
            }
            said |= send(out, events.freshness(freshness(known)));
            silent = said ? 0 : silent + 1;
            if (silent >= ROUNDS_OF_SILENCE) {
                write(out, ": still here\n\n");
                silent = 0;
            }
        }
    }

    private static boolean sameLook(Lens a, Lens b) {
        return a.scope() == b.scope() && a.disclosure().equals(b.disclosure());
    }

    private FloorView view(Lens present) {
        return FloorView.of(present, live.onFloor(present.floor().id()));
    }

    private String serverTime(Lens present) {
        return Answers.time(feed.applianceNow(), present.zone());
    }

    private LiveEvents.Freshness freshness(Lens present) {
        LiveEvents.Stale stale = switch (feed.state()) {
            case FeedState.Fresh ignored -> null;
            case FeedState.Stale(Instant since, var reason) ->
                new LiveEvents.Stale(Answers.time(since, present.zone()), reason.name());
            case FeedState.NeverHeard(var reason) ->
                new LiveEvents.Stale(Answers.time(Instant.EPOCH, present.zone()), reason.name());
        };
        return new LiveEvents.Freshness(
                stale, feed.dataAge().map(Duration::toSeconds).orElse(null));
    }

    private static boolean pause() {
        try {
            Thread.sleep(ROUND);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean send(OutputStream out, Optional<LiveEvents.Event> event) throws IOException {
        if (event.isEmpty()) {
            return false;
        }
        send(out, event.get());
        return true;
    }

    private static void send(OutputStream out, LiveEvents.Event event) throws IOException {
        write(out, "event: " + event.name() + "\ndata: " + Answers.text(event.data()) + "\n\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
