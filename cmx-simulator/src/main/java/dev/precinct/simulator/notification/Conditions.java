package dev.precinct.simulator.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription wants to hear about, from lines such as {@code movement.distance > 20}.
 *
 * @param hierarchy the place, or null for everywhere
 * @param macAddresses the devices, empty for all
 * @param clients whether the device type is one that this appliance tracks
 * @param distanceFeet how far a device must have moved
 * @param inside which crossings count: true in, false out, null both
 * @param associated which changes of association count, null both
 * @param absenceMinutes how long a device must have been away
 */
record Conditions(
        @Nullable String hierarchy,
        Set<String> macAddresses,
        boolean clients,
        double distanceFeet,
        @Nullable Boolean inside,
        @Nullable Boolean associated,
        int absenceMinutes) {

    private static final Pattern LINE = Pattern.compile("\\s*(\\w+)\\.([\\w/]+)\\s*(==|>=|>)\\s*(.*?)\\s*");
    private static final int DEFAULT_ABSENCE_MINUTES = 10;

    boolean concerns(String macAddress) {
        return clients && (macAddresses.isEmpty() || macAddresses.contains(macAddress));
    }

    static Conditions read(JsonNode rules) {
        var builder = new Builder();
        for (var rule : rules) {
            for (var condition : rule.path("conditions")) {
                builder.add(condition.path("condition").asText());
            }
        }
        return builder.build();
    }

    private static final class Builder {
        private @Nullable String hierarchy;
        private Set<String> macAddresses = Set.of();
        private boolean clients = true;
        private double distanceFeet;
        private @Nullable Boolean inside;
        private @Nullable Boolean associated;
        private int absenceMinutes = DEFAULT_ABSENCE_MINUTES;

        void add(String line) {
            var match = LINE.matcher(line);
            if (!match.matches()) {
                throw new BadSubscriptionException("condition is not <type>.<attribute> <op> <value>: " + line);
            }
            var value = match.group(4);
            switch (match.group(2)) {
                case "hierarchy" -> hierarchy = value;
                case "macAddressList" -> macAddresses = addresses(value);
                case "deviceType", "entity" -> clients = ofClients(value);
                case "distance" -> distanceFeet = number(value);
                case "in/out" -> inside = value.equalsIgnoreCase("in");
                case "association" -> associated = Boolean.valueOf(value.toLowerCase(Locale.ROOT));
                case "absenceDurationInMinutes" -> absenceMinutes = (int) number(value);
                default -> throw new BadSubscriptionException("unknown attribute: " + match.group(2));
            }
        }

        Conditions build() {
            return new Conditions(hierarchy, macAddresses, clients, distanceFeet, inside, associated, absenceMinutes);
        }

        private static boolean ofClients(String value) {
            return Set.of("client", "all", "wireless_clients").contains(value.toLowerCase(Locale.ROOT));
        }

        private static Set<String> addresses(String value) {
            return Stream.of(value.split(";"))
                    .map(address -> address.strip().toLowerCase(Locale.ROOT))
                    .filter(address -> !address.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static double number(String value) {
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw new BadSubscriptionException("not a number: " + value);
            }
        }
    }
}
