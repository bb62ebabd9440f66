package dev.precinct.simulator;

import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;

/** The program. */
public final class SimulatorMain {
    private SimulatorMain() {}

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
        System.exit(new CommandLine(new SimulatorCommand()).execute(arguments));
    }
}
