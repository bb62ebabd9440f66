package dev.precinct.simulator.notification;

import dev.precinct.simulator.device.SimulationClock;
import dev.precinct.simulator.device.World;
import dev.precinct.simulator.location.ClientJson;
import dev.precinct.simulator.location.CmxTime;
import dev.precinct.simulator.location.UpdateJson;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.settings.Behaviour;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what is sighted, as it is sighted, into pushes. */
public final class Pusher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
    private static final long TICK_NANOS = 200_000_000;

    private final World world;
    private final SimulationClock clock;
    private final LiveVenue venue;
    private final Subscriptions subscriptions;
    private final Behaviour behaviour;
    private final EventJson events;
    private final Outbox outbox = new Outbox();
    private final Map<String, Watch> watches = new HashMap<>();
    private final Thread thread;
    private volatile boolean running = true;

    public Pusher(
            World world, SimulationClock clock, LiveVenue venue, Subscriptions subscriptions, Behaviour behaviour) {
        this.world = world;
        this.clock = clock;
        this.venue = venue;
        this.subscriptions = subscriptions;
        this.behaviour = behaviour;
        this.events = new EventJson(new UpdateJson(behaviour));
        this.thread = Thread.ofPlatform().daemon().name("pusher").unstarted(this::run);
    }

    public Pusher start() {
        thread.start();
        return this;
    }

    /** What became of the pushes so far. */
    public record Totals(long sent, long failed, long dropped) {}

    public Totals totals() {
        var totals = outbox.totals();
        return new Totals(totals.sent(), totals.failed(), totals.dropped());
    }

    private void run() {
        var last = clock.now();
        while (running) {
            LockSupport.parkNanos(TICK_NANOS);
            var now = clock.now();
            try {
                if (!subscriptions.all().isEmpty()) {
                    tick(last, now);
                }
            } catch (RuntimeException e) {
                LOG.error("pushes between {} and {} are lost", last, now, e);
            }
            last = now;
        }
    }

    private void tick(long last, long now) {
        watches.keySet()
                .retainAll(subscriptions.all().stream().map(Subscription::name).toList());
        var answer = new ClientJson.Answer(venue.now(), now, new CmxTime(behaviour.zone()), false);
        for (var subscription : subscriptions.all()) {
            var watch = watches.get(subscription.name());
            if (watch == null || !watch.follows(subscription)) {
                watches.put(subscription.name(), new Watch(subscription, behaviour.release()));
            }
        }
        for (var device : world.devices()) {
            world.sightings(device, last, now, sighting -> {
                for (var subscription : subscriptions.all()) {
                    var watch = watches.get(subscription.name());
                    if (watch != null && subscription.enabled()) {
                        watch.see(sighting, answer.venue(), event -> push(subscription, event, answer));
                    }
                }
            });
        }
        for (var subscription : subscriptions.all()) {
            var watch = watches.get(subscription.name());
            if (watch != null && subscription.enabled()) {
                watch.look(now, event -> push(subscription, event, answer));
            }
        }
    }

    private void push(Subscription subscription, Event event, ClientJson.Answer answer) {
        if (answer.venue().floor(event.sighting().floorId()) == null) {
            return;
        }
        var body = events.body(subscription, event, answer);
        for (var receiver : subscription.receivers()) {
            outbox.send(event.sighting().device().number(), new Outbox.Push(receiver, body));
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        outbox.close();
    }
}
