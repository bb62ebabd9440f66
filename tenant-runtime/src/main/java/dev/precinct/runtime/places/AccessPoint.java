package dev.precinct.runtime.places;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An access point on a floor.
 *
 * @param mac of its radio, lower case
 * @param json the access point as CMX gave it
 */
public record AccessPoint(String name, String mac, double x, double y, ObjectNode json) {

    /** A copy of what CMX gave. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public String toString() {
        return name + " (" + mac + ")";
    }
}
