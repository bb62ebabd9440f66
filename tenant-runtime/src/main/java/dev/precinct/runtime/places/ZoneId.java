package dev.precinct.runtime.places;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Id of a zone. CMX's maps give zones no id, so it is made from the floor's id and the zone's name when the zone is first seen: it
 * stays while the floor is renamed, and a zone that gets another name is another zone.
 */
public record ZoneId(@JsonValue String value) {
    @JsonCreator
    public ZoneId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id of a zone is not blank");
        }
    }

    /**
     * The id of the zone with this name on this floor.
     *
     * @param ordinal 0, or how many zones of the same name stand before it on the floor
     */
    public static ZoneId of(FloorId floor, String name, int ordinal) {
        var key = floor.value() + "\n" + name + (ordinal == 0 ? "" : "\n" + ordinal);
        return new ZoneId(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
