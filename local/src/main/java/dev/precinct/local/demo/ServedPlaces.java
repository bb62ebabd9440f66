package dev.precinct.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Places that a CMX serves.
 *
 * @param maps the tree of {@code /api/config/v1/maps}
 * @param devicesByFloor number of devices there now, by {@code aesUidString} of the floor
 */
public record ServedPlaces(JsonNode maps, Map<String, Integer> devicesByFloor) {
    public ServedPlaces {
        devicesByFloor = Map.copyOf(devicesByFloor);
    }
}
