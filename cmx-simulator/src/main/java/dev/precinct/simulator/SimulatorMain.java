package dev.precinct.simulator;

import picocli.CommandLine;

/** The program. */
public final class SimulatorMain {
    private SimulatorMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimulatorCommand()).execute(arguments));
    }
}
