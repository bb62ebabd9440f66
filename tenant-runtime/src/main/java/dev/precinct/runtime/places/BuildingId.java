package dev.precinct.runtime.places;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a building: CMX's 64-bit {@code aesUid} as text, because it may be negative and is larger than JavaScript can hold. */
public record BuildingId(@JsonValue String value) {
    @JsonCreator
    public BuildingId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an id of a building is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
