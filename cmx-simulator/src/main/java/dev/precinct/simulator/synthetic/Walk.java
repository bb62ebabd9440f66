package dev.precinct.simulator.synthetic;

import dev.precinct.simulator.place.Point;
import java.util.List;
import java.util.Objects;

/** Plans the walk of one device through the rooms, along corridors, stairs and from building to building. */
final class Walk {
    private static final long CLIMB_MILLIS = 20_000;
    private static final long OUTSIDE_MILLIS = 120_000;
    private static final long LEAVING_MILLIS = 180_000;
    private static final double STAYS_IN_BUILDING = 0.9;
    private static final double STAYS_ON_FLOOR = 0.6;

    private final Seed seed;
    private final List<Layout> layouts;
    private final long device;
    private final long visit;
    private final Itinerary.Builder path;
    private final double feetPerSecond;
    private Layout floor;
    private Room room;
    private Point at;
    private int draws;

    private Walk(Seed seed, List<Layout> layouts, long device, long visit, long from) {
        this.seed = seed;
        this.layouts = layouts;
        this.device = device;
        this.visit = visit;
        this.path = new Itinerary.Builder(from);
        this.feetPerSecond = 3 + 2 * seed.unit(Topic.SPEED, device, 0);
        var entrances = layouts.stream().filter(each -> each.entrance() != null).toList();
        this.floor = entrances.get(seed.below(entrances.size(), Topic.HOME, device, visit));
        this.room = Objects.requireNonNull(floor.entrance());
        this.at = room.middle();
    }

    static Itinerary plan(Seed seed, List<Layout> layouts, long device, Presence.Span visit) {
        var walk = new Walk(seed, layouts, device, visit.number() ^ visit.from(), visit.from());
        walk.stand();
        while (walk.path.clock() < visit.to()) {
            var left = visit.to() - walk.path.clock();
            if (left < LEAVING_MILLIS) {
                walk.leave();
                walk.path.pass(left);
                walk.stand();
            } else {
                walk.goSomewhere();
                walk.stay(left);
            }
        }
        return walk.path.build();
    }

    /** A device that never moves. */
    static Itinerary nowhere(Seed seed, List<Layout> layouts, long device, long from) {
        var floor = layouts.get(seed.below(layouts.size(), Topic.HOME, device, 0));
        var room = floor.rooms().get(seed.below(floor.rooms().size(), Topic.HOME, device, 1));
        var at = room.inside(seed.unit(Topic.HOME, device, 2), seed.unit(Topic.HOME, device, 3));
        return new Itinerary.Builder(from).stand(floor.floorId(), at).build();
    }

    private double draw() {
        return seed.unit(Topic.ROUTE, device, visit * 8191 + draws++);
    }

    private void stand() {
        path.stand(floor.floorId(), at);
    }

    private void goSomewhere() {
        var target = chooseFloor();
        var rooms = target.rooms();
        var chosen = weighted(rooms);
        goTo(target, chosen, chosen.inside(draw(), draw()));
    }

    private Layout chooseFloor() {
        if (draw() < STAYS_ON_FLOOR) {
            return floor;
        }
        var sameBuilding = draw() < STAYS_IN_BUILDING;
        var choice = layouts.stream()
                .filter(each -> !sameBuilding || each.building().equals(floor.building()))
                .toList();
        return choice.get((int) (draw() * choice.size()));
    }

    private Room weighted(List<Room> rooms) {
        var total = rooms.stream().mapToDouble(Room::weight).sum();
        var pick = draw() * total;
        for (var each : rooms) {
            pick -= each.weight();
            if (pick < 0) {
                return each;
            }
        }
        return rooms.getLast();
    }

    /** Stays for a while and, where there is something to look at, takes a few steps in between. */
    private void stay(long atMost) {
        var minutes = room.kind().minutes * (0.4 + 1.4 * draw() * draw());
        var until = path.clock() + Math.min((long) (minutes * 60_000), Math.max(1, atMost - LEAVING_MILLIS));
        do {
            var pause = (long) ((60 + 420 * draw()) * 1000);
            path.pass(Math.min(pause, until - path.clock()));
            stand();
            if (path.clock() < until) {
                walkTo(room.inside(draw(), draw()));
            }
        } while (path.clock() < until);
    }

    private void leave() {
        for (var each : layouts) {
            var exit = each.entrance();
            if (exit != null && each.building().equals(floor.building())) {
                goTo(each, exit, exit.middle());
                return;
            }
        }
    }

    private void goTo(Layout target, Room chosen, Point to) {
        if (!target.building().equals(floor.building())) {
            leave();
            path.pass(OUTSIDE_MILLIS / 2);
            stand();
            arriveAt(entranceOf(target.building()));
        }
        if (target.floorId() != floor.floorId()) {
            enter(floor.stairs(), floor.stairs().middle());
            path.pass(CLIMB_MILLIS * Math.max(1, Math.abs(target.level() - floor.level())));
            stand();
            floor = target;
            room = target.stairs();
            at = room.middle();
            path.pass(1);
            stand();
        }
        enter(chosen, to);
    }

    private Layout entranceOf(String building) {
        return layouts.stream()
                .filter(each -> each.building().equals(building) && each.entrance() != null)
                .findFirst()
                .orElse(floor);
    }

    private void arriveAt(Layout ground) {
        floor = ground;
        room = Objects.requireNonNull(ground.entrance());
        at = room.middle();
        path.pass(1);
        stand();
        path.pass(OUTSIDE_MILLIS / 2);
        stand();
    }

    /** Within the floor: through both doors and along the corridor. */
    private void enter(Room target, Point to) {
        if (target != room) {
            walkTo(room.door());
            walkTo(new Point(room.door().x(), floor.corridorY()));
            walkTo(new Point(target.door().x(), floor.corridorY()));
            walkTo(target.door());
        }
        room = target;
        walkTo(to);
    }

    private void walkTo(Point to) {
        path.pass((long) (at.distanceTo(to) / feetPerSecond * 1000));
        at = to;
        stand();
    }
}
