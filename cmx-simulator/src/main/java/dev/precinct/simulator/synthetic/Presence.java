package dev.precinct.simulator.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * When each device is on the campus.
 *
 * <p>There are as many seats as devices at the peak. A seat is taken while the day's curve is above the seat's own level
 * of that day, so the curve holds exactly; three devices share a seat in turns of some hours, so people come and go.
 */
final class Presence {
    static final int DEVICES_PER_SEAT = 3;
    private static final LocalTime DAY_BEGINS = LocalTime.of(4, 0);
    private static final double TURN_HOURS = 2.5;
    private static final double STATIONARY_SHARE = 0.03;

    private final Seed seed;
    private final Rhythm rhythm;
    private final ZoneId zone;
    private final int seats;

    Presence(Seed seed, Rhythm rhythm, ZoneId zone, int seats) {
        this.seed = seed;
        this.rhythm = rhythm;
        this.zone = zone;
        this.seats = seats;
    }

    /** A stretch of time in which a device is here or is not; {@code number} tells one visit from another. */
    record Span(long from, long to, boolean here, long number) {
        boolean covers(long at) {
            return from <= at && at < to;
        }
    }

    int devices() {
        return seats * DEVICES_PER_SEAT;
    }

    /** A printer or a screen: always here and never moving. */
    boolean stationary(int device) {
        return device < seats && seed.unit(Topic.STATIONARY, device, 0) < STATIONARY_SHARE;
    }

    LocalDate dayOf(long at) {
        return Instant.ofEpochMilli(at)
                .atZone(zone)
                .minusHours(DAY_BEGINS.getHour())
                .toLocalDate();
    }

    /** The stretches of one day without gaps between them, oldest first. */
    List<Span> spans(int device, LocalDate day) {
        var begins = day.atTime(DAY_BEGINS).atZone(zone).toInstant().toEpochMilli();
        var ends = day.plusDays(1).atTime(DAY_BEGINS).atZone(zone).toInstant().toEpochMilli();
        var spans = new ArrayList<Span>();
        var free = begins;
        for (var visit : visits(device, day, begins, ends)) {
            if (visit.from() > free) {
                spans.add(new Span(free, visit.from(), false, 0));
            }
            spans.add(visit);
            free = visit.to();
        }
        if (free < ends) {
            spans.add(new Span(free, ends, false, 0));
        }
        return spans;
    }

    private List<Span> visits(int device, LocalDate day, long begins, long ends) {
        var seat = device % seats;
        if (stationary(seat)) {
            return device < seats ? List.of(new Span(begins, ends, true, 0)) : List.of();
        }
        var visits = new ArrayList<Span>();
        var curve = rhythm.dayOf(day.getDayOfWeek());
        var level = seed.unit(Topic.LEVEL, seat, day.toEpochDay());
        var hours = Duration.ofMillis(ends - begins).toMillis() / Rhythm.HOURS;
        for (var taken : takenBetween(curve, level)) {
            for (var turn : cutIntoTurns(device, day, taken)) {
                visits.add(new Span(
                        begins + Math.round(turn.from() * hours),
                        begins + Math.round(turn.to() * hours),
                        true,
                        turn.number()));
            }
        }
        return visits;
    }

    /** The stretches (hours from, to) in which the curve is above the level. */
    private static List<double[]> takenBetween(double[] curve, double level) {
        var result = new ArrayList<double[]>();
        var from = curve[1] > level ? 0 : Double.NaN;
        for (var i = 2; i < curve.length; i += 2) {
            var rises = curve[i - 1] <= level && curve[i + 1] > level;
            var falls = curve[i - 1] > level && curve[i + 1] <= level;
            if (rises || falls) {
                var share = (level - curve[i - 1]) / (curve[i + 1] - curve[i - 1]);
                var crossing = curve[i - 2] + share * (curve[i] - curve[i - 2]);
                if (rises) {
                    from = crossing;
                } else {
                    result.add(new double[] {from, crossing});
                    from = Double.NaN;
                }
            }
        }
        if (!Double.isNaN(from)) {
            result.add(new double[] {from, Rhythm.HOURS});
        }
        return result;
    }

    /** A visit in hours of its day. */
    private record Turn(double from, double to, long number) {}

    private List<Turn> cutIntoTurns(int device, LocalDate day, double[] taken) {
        var turns = new ArrayList<Turn>();
        var seat = device % seats;
        var from = taken[0];
        for (var turn = 0; from < taken[1]; turn++) {
            var number = day.toEpochDay() * 64 + turn;
            var length = TURN_HOURS * (0.5 + seed.unit(Topic.SHIFT, seat, number));
            var to = Math.min(taken[1], from + length);
            if (owner(seat, day, turn) == device / seats) {
                turns.add(new Turn(from, to, number));
            }
            from = to;
        }
        return turns;
    }

    private int owner(int seat, LocalDate day, int turn) {
        return switch (rhythm) {
            case CAMPUS ->
                (seed.below(DEVICES_PER_SEAT, Topic.OWNER, seat, day.toEpochDay()) + turn) % DEVICES_PER_SEAT;
            case STEADY -> 0;
        };
    }
}
