package dev.precinct.runtime.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.cmx.MapJson;
import java.time.Instant;

/** The places of {@link TestingMaps} as the runtime reads them. */
public final class TestingPlaces {
    public static final FloorId NORTH_1 = new FloorId(TestingMaps.FLOOR_1);
    public static final FloorId NORTH_2 = new FloorId(TestingMaps.FLOOR_2);
    public static final FloorId SOUTH_1 = new FloorId(TestingMaps.FLOOR_OF_SOUTH);

    private TestingPlaces() {}

    public static PlaceTree two() {
        return of(TestingMaps.two(), 1);
    }

    public static PlaceTree of(String maps, long revision) {
        return MapJson.tree(json(maps), revision, Instant.EPOCH);
    }

    public static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
