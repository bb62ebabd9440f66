package dev.precinct.local.installation;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} was told about the simulator.
 *
 * @param recorded folder of recorded files, absolute; null for the synthetic campus
 * @param speed how many times faster than real time; null for 1
 * @param clients number of synthetic devices; null for the simulator's own default
 * @param rhythm how full the synthetic campus is; null for the simulator's own default
 */
public record SimulatorOptions(
        @Nullable Path recorded,
        @Nullable Double speed,
        @Nullable Integer clients,
        @Nullable Rhythm rhythm) {
    static final String MOUNT = "/var/lib/recorded";

    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        if (recorded != null) {
            environment.put("SIMULATOR_RECORDED", MOUNT);
        }
        if (speed != null) {
            environment.put("SIMULATOR_SPEED", speed.toString());
        }
        if (clients != null) {
            environment.put("SIMULATOR_CLIENTS", clients.toString());
        }
        if (rhythm != null) {
            environment.put("SIMULATOR_RHYTHM", rhythm.wire());
        }
        return environment;
    }
}
