package dev.precinct.local;

import dev.precinct.local.cli.Commands;

/** Entry of {@code ./precinct}. */
public final class PrecinctMain {
    private PrecinctMain() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments, System.getenv()));
    }
}
