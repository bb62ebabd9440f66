package dev.precinct.gateway.upstream;

/** One header line. Names keep the spelling that they came with. */
public record HeaderField(String name, String value) {
    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
