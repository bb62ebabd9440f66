package dev.precinct.runtime.nativeapi;

import dev.precinct.tenancy.problem.Problem.FieldError;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code /v1/occupancy}. */
public class OccupancyQuery {
    private static final Set<String> STEPS = Set.of("PT5M", "PT15M", "PT1H");
    private static final Duration DEFAULT_RANGE = Duration.ofHours(24);
    private static final int MOST_POINTS = 10_000;

    @QueryParam("floor")
    @Nullable
    String floor;

    @QueryParam("zone")
    @Nullable
    String zone;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("step")
    @Nullable
    String step;

    /** @param errors what is wrong; the other values then mean nothing */
    record Parsed(
            String floor, @Nullable String zone, Instant from, Instant to, Duration step, List<FieldError> errors) {}

    Parsed parse(Instant now) {
        var errors = new ArrayList<FieldError>();
        if (floor == null || floor.isBlank()) {
            errors.add(new FieldError("floor", "the id of a floor"));
        }
        if (zone != null && zone.isBlank()) {
            errors.add(new FieldError("zone", "the id of a zone, or no zone"));
        }
        String stepText = Objects.requireNonNullElse(step, "PT5M");
        if (!STEPS.contains(stepText)) {
            errors.add(new FieldError("step", "PT5M, PT15M or PT1H"));
            stepText = "PT5M";
        }
        Duration stepLength = Duration.parse(stepText);
        Instant end = time("to", to, now, errors);
        Instant start = time("from", from, end.minus(DEFAULT_RANGE), errors);
        if (!start.isBefore(end)) {
            errors.add(new FieldError("from", "before to"));
        } else if (Duration.between(start, end).dividedBy(stepLength) > MOST_POINTS) {
            errors.add(new FieldError("from", "at most " + MOST_POINTS + " steps before to"));
        }
        return new Parsed(Objects.requireNonNullElse(floor, ""), zone, start, end, stepLength, errors);
    }

    private static Instant time(String field, @Nullable String text, Instant absent, List<FieldError> errors) {
        if (text == null) {
            return absent;
        }
        try {
            // A plus sign that was not escaped arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(field, "a time such as 2026-01-31T08:00:00Z"));
            return absent;
        }
    }
}
