package dev.precinct.runtime.platform.health;

import java.util.Optional;

/** Given by a room that left something with others, which has to be taken back when the runtime ends for good. */
public interface Farewell {
    /**
     * May be repeated.
     *
     * @return why something stays, without any secret; empty when nothing does
     */
    Optional<String> leave();
}
