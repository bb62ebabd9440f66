package dev.precinct.local.servers;

import dev.precinct.local.process.ProcessRef;
import java.time.Duration;
import java.util.Optional;

/** A real database server under the home folder. Calls are idempotent; one thread uses an instance at a time. */
public interface Server {
    /** Name of the unit in {@code status}. */
    String name();

    /** The process of an earlier start that still serves this home's data. */
    Optional<ProcessRef> running();

    /** Starts the server on its port. Does not wait until it answers. */
    ProcessRef start();

    /** Whether it answers, and is set up. */
    boolean ready();

    int port();

    /** How long it may take to end well. */
    default Duration grace() {
        return Duration.ofSeconds(20);
    }
}
