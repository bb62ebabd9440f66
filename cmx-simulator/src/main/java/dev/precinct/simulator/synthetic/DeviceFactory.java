package dev.precinct.simulator.synthetic;

import dev.precinct.simulator.device.Device;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes up what a device says about itself. */
final class DeviceFactory {
    private static final List<String> MAKERS =
            List.of("Apple", "Samsung", "Intel", "Google", "Lenovo", "Xiaomi", "Dell");
    private static final List<String> PREFIXES =
            List.of("f0:18:98", "8c:f5:a3", "a4:c3:f0", "3c:5a:b4", "54:e1:ad", "64:cc:2e", "b8:ca:3a");
    private static final List<String> GIVEN_NAMES =
            List.of("alex", "bea", "chris", "dana", "eli", "finn", "grace", "hugo", "ines", "jon", "kim", "lea");
    private static final List<String> FAMILY_NAMES =
            List.of("adler", "brown", "costa", "diaz", "evans", "fischer", "garcia", "hansen", "ito", "jones");

    private final Seed seed;

    DeviceFactory(Seed seed) {
        this.seed = seed;
    }

    Device device(int number, boolean stationary) {
        var associated = stationary || seed.unit(Topic.ASSOCIATED, number, 0) < 0.5;
        // Most phones that merely probe hide behind an address of their own making; some do so when they join, too.
        var random = !stationary && seed.unit(Topic.MAC, number, 0) < (associated ? 0.3 : 0.7);
        var maker = seed.below(MAKERS.size(), Topic.MANUFACTURER, number, 0);
        var user = associated && !stationary && seed.unit(Topic.USER, number, 0) < 0.7;
        return new Device(
                number,
                random ? randomAddress(number) : PREFIXES.get(maker) + lowerHalf(number),
                associated,
                manufacturer(random, number, maker),
                user ? userName(number) : "",
                associated ? ssid(user) : "",
                associated ? addresses(number) : List.of(),
                associated && !stationary && !user);
    }

    private @Nullable String manufacturer(boolean random, int number, int maker) {
        return random || seed.unit(Topic.MANUFACTURER, number, 1) < 0.05 ? null : MAKERS.get(maker);
    }

    private static String ssid(boolean user) {
        return user ? "campus" : "campus-guest";
    }

    private String randomAddress(int number) {
        var first = (seed.below(256, Topic.MAC, number, 1) & 0xFC) | 0x02;
        return String.format(
                Locale.ROOT,
                "%02x:%02x:%02x%s",
                first,
                seed.below(256, Topic.MAC, number, 2),
                seed.below(256, Topic.MAC, number, 3),
                lowerHalf(number));
    }

    /** Holds the device's number, so that no two addresses are equal. */
    private static String lowerHalf(int number) {
        var scattered = (number * 0x9E3779) & 0xFFFFFF;
        return String.format(
                Locale.ROOT, ":%02x:%02x:%02x", scattered >> 16, (scattered >> 8) & 0xFF, scattered & 0xFF);
    }

    private String userName(int number) {
        var given = GIVEN_NAMES.get(seed.below(GIVEN_NAMES.size(), Topic.USER, number, 1));
        var family = FAMILY_NAMES.get(seed.below(FAMILY_NAMES.size(), Topic.USER, number, 2));
        var name = given + "." + family + number;
        return seed.unit(Topic.USER, number, 3) < 0.05 ? "CN=" + name + ",OU=Staff,DC=campus,DC=example" : name;
    }

    /** IPv6 is written out in full, as the appliance does. */
    private List<String> addresses(int number) {
        var four = "10." + (20 + number / 64_516) + "." + (number / 254 % 254 + 1) + "." + (number % 254 + 1);
        if (seed.unit(Topic.ADDRESS, number, 0) < 0.5) {
            return List.of(four);
        }
        var low = String.format(Locale.ROOT, "%04x", number & 0xFFFF);
        var local = "fe80:0000:0000:0000:0200:5eff:fe" + String.format(Locale.ROOT, "%02x", (number >> 16) & 0xFF) + ":"
                + low;
        return seed.unit(Topic.ADDRESS, number, 1) < 0.5
                ? List.of(four, local)
                : List.of(four, local, "2001:0db8:0000:0001:0000:0000:0000:" + low);
    }
}
