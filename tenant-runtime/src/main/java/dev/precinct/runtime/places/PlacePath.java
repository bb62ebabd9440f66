package dev.precinct.runtime.places;

/** Where a floor stands. The text is for people and for CMX's fields, never for a decision. */
public record PlacePath(Campus campus, Building building, Floor floor) {

    /** {@code Campus>Building>Floor}. */
    public String text() {
        return campus.name() + ">" + building.name() + ">" + floor.name();
    }
}
