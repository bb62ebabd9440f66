package dev.precinct.operator.runtimes;

import java.util.Optional;

/** Asks a runtime to take back what it left with others, before it ends or turns to another CMX. */
public interface RuntimeFarewells {
    /**
     * Asks for a few seconds at most, and may be repeated.
     *
     * @return why something may stay, as the end of a sentence; empty when nothing does
     */
    Optional<String> leave(String namespace);
}
