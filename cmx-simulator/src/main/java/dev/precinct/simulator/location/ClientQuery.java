package dev.precinct.simulator.location;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.Venue;
import dev.precinct.simulator.settings.Behaviour;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters, order and page of a v1 or v2 list. Unknown parameters are tolerated. */
public final class ClientQuery {
    private static final Set<String> FILTERS = Set.of(
            "macAddress", "ipAddress", "username", "mapHierarchy", "mapHierarchyString", "floorRefId", "dot11Status");

    private final Map<String, String> parameters;
    private final Behaviour behaviour;

    public ClientQuery(Map<String, String> parameters, Behaviour behaviour) {
        this.parameters = parameters;
        this.behaviour = behaviour;
    }

    /** All that match, in the asked order. */
    public List<Sighting> matches(Venue venue, List<Sighting> all) {
        var matching = all.stream()
                .filter(sighting -> venue.floor(sighting.floorId()) != null)
                .filter(filter(venue));
        var order = order();
        return (order == null ? matching : matching.sorted(order)).toList();
    }

    /** The asked page of the matches; everything where no page size is given. Page 0 is the first page, too. */
    public List<Sighting> page(List<Sighting> matches) {
        var size = number("pageSize", 0);
        var page = Math.max(1, number("page", 1));
        if (size <= 0) {
            return page == 1 ? matches : List.of();
        }
        if (page - 1 > matches.size() / size) {
            return List.of();
        }
        var from = Math.min(matches.size(), (page - 1) * size);
        var to = Math.min(matches.size(), from + size);
        return matches.subList((int) from, (int) to);
    }

    /** The filters as a count echoes them, or null without any. */
    public @Nullable String echo() {
        var echo = parameters.entrySet().stream()
                .filter(parameter -> FILTERS.contains(parameter.getKey()))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return echo.isEmpty() ? null : echo;
    }

    private long number(String name, long otherwise) {
        var text = parameters.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new BadQueryException(name + " is not a number");
        }
    }

    private Predicate<Sighting> filter(Venue venue) {
        Predicate<Sighting> filter = sighting -> true;
        for (var parameter : parameters.entrySet()) {
            filter = filter.and(filter(parameter.getKey(), parameter.getValue(), venue));
        }
        return filter;
    }

    private Predicate<Sighting> filter(String name, String value, Venue venue) {
        return switch (name) {
            case "macAddress" -> of(device -> device.macAddress().equals(value.toLowerCase(Locale.ROOT)));
            case "ipAddress" -> of(device -> device.ipAddresses().contains(value));
            case "username" -> of(device -> device.userName().equals(value));
            case "floorRefId" -> sighting -> Long.toString(sighting.floorId()).equals(value);
            case "dot11Status" ->
                of(device -> (device.associated() ? "ASSOCIATED" : "PROBING").equalsIgnoreCase(value));
            case "mapHierarchy", "mapHierarchyString" -> sighting -> below(value, sighting, venue);
            default -> sighting -> true;
        };
    }

    private static Predicate<Sighting> of(Predicate<Device> filter) {
        return sighting -> filter.test(sighting.device());
    }

    private boolean below(String place, Sighting sighting, Venue venue) {
        var floor = venue.floor(sighting.floorId());
        if (floor == null) {
            return false;
        }
        var text = Hierarchy.text(floor, sighting, behaviour.release());
        return Hierarchy.below(place, text);
    }

    private @Nullable Comparator<Sighting> order() {
        var parts = parameters.getOrDefault("sortBy", "").split(":", 2);
        var order = switch (parts[0]) {
            case "lastLocatedTime", "changedOn" -> Comparator.comparingLong(Sighting::at);
            case "firstLocatedTime" -> Comparator.comparingLong(Sighting::firstAt);
            case "macAddress" ->
                Comparator.<Sighting, String>comparing(
                        sighting -> sighting.device().macAddress());
            default -> null;
        };
        var descending = parts.length > 1 && parts[1].equalsIgnoreCase("DESC");
        return order != null && descending ? order.reversed() : order;
    }
}
