package dev.precinct.simulator.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stays the same about a device; {@code number} is its place in its world and the root of all its randomness. */
public record Device(
        int number,
        String macAddress,
        boolean associated,
        @Nullable String manufacturer,
        String userName,
        String ssid,
        List<String> ipAddresses,
        boolean guest) {}
