package dev.precinct.simulator.location;

import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.Venue;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The filters of v3: unknown ones are refused, a MAC or an IP address stands alone, no order and no pages. */
public final class StrictQuery {
    private static final Set<String> KNOWN = Set.of(
            "ipAddress",
            "macAddress",
            "ssid",
            "username",
            "manufacturer",
            "mapHierarchy",
            "floorRefId",
            "macAddressSearch",
            "associatedOnly",
            "probingOnly");
    private static final int ADDRESSES_LOOKED_AT = 3;

    private final Map<String, String> parameters;
    private final Behaviour behaviour;

    public StrictQuery(Map<String, String> parameters, Behaviour behaviour) {
        this.parameters = parameters;
        this.behaviour = behaviour;
        for (var name : parameters.keySet()) {
            if (!KNOWN.contains(name)
                    && !(name.equals("floorId") && behaviour.release().enrichesVersion3())) {
                throw new BadQueryException("Unkown filter parameter: " + name);
            }
        }
        if (parameters.size() > 1 && parameters.containsKey("macAddress")) {
            throw new BadQueryException("MAC filter can not be used with other filters");
        }
        if (parameters.size() > 1 && parameters.containsKey("ipAddress")) {
            throw new BadQueryException("IP Address filter can not be used with other filters");
        }
    }

    public List<Sighting> matches(Venue venue, List<Sighting> all) {
        Predicate<Sighting> filter = sighting -> venue.floor(sighting.floorId()) != null;
        for (var parameter : parameters.entrySet()) {
            filter = filter.and(filter(parameter.getKey(), parameter.getValue(), venue));
        }
        return all.stream().filter(filter).toList();
    }

    private Predicate<Sighting> filter(String name, String value, Venue venue) {
        return switch (name) {
            case "macAddress" -> sighting -> sighting.device().macAddress().equals(value);
            case "ipAddress" ->
                sighting -> sighting.device().ipAddresses().stream()
                        .limit(ADDRESSES_LOOKED_AT)
                        .anyMatch(value::equals);
            case "ssid" -> sighting -> sighting.device().ssid().equals(value);
            case "username" -> sighting -> sighting.device().userName().equals(value);
            case "manufacturer" -> sighting -> value.equals(sighting.device().manufacturer());
            case "floorRefId", "floorId" ->
                sighting -> Long.toString(sighting.floorId()).equals(value);
            case "macAddressSearch" -> {
                var search = search(value);
                yield sighting -> search.test(sighting.device().macAddress());
            }
            case "mapHierarchy" -> {
                var search = search(value);
                yield sighting -> search.test(Hierarchy.text(
                        Objects.requireNonNull(venue.floor(sighting.floorId())), sighting, behaviour.release()));
            }
            case "associatedOnly" -> sighting -> sighting.device().associated() == value.equals("true");
            case "probingOnly" -> sighting -> sighting.device().associated() != value.equals("true");
            default -> sighting -> true;
        };
    }

    private Predicate<String> search(String part) {
        return behaviour.has(Quirk.V3_REGEX) ? BoundedPattern.of(part) : text -> text.contains(part);
    }
}
