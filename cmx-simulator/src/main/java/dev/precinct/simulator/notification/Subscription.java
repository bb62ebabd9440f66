package dev.precinct.simulator.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One subscription: what it asked for and, beside it, the very text that was put. */
public record Subscription(
        String name,
        NotificationType type,
        Conditions conditions,
        List<Receiver> receivers,
        boolean enabled,
        boolean scrambled,
        String salt,
        ObjectNode source) {

    /** Where pushes go; the headers hold secrets and are no part of its text. */
    record Receiver(URI uri, Map<String, String> headers) {
        @Override
        public String toString() {
            return "Receiver[" + uri + "]";
        }
    }

    /** Reads what was put; members that old clients leave out or write as texts are forgiven. */
    public static Subscription read(JsonNode body, String userId) {
        if (!(body instanceof ObjectNode given)) {
            throw new BadSubscriptionException("a subscription is an object");
        }
        var source = given.deepCopy();
        var name = source.path("name").asText("");
        if (name.isBlank()) {
            throw new BadSubscriptionException("name is missing");
        }
        var typeText = source.path("notificationType").asText("");
        var type = NotificationType.find(typeText)
                .orElseThrow(() -> new BadSubscriptionException("unknown notificationType: " + typeText));
        if (!source.hasNonNull("userId")) {
            source.put("userId", userId);
        }
        return new Subscription(
                name,
                type,
                Conditions.read(source.path("rules")),
                receivers(source.path("subscribers")),
                flag(source, "enabled", true),
                flag(source, "enableMacScrambling", false),
                source.path("macScramblingSalt").asText(""),
                source);
    }

    private static boolean flag(JsonNode source, String name, boolean otherwise) {
        return source.hasNonNull(name) ? source.path(name).asText().equalsIgnoreCase("true") : otherwise;
    }

    private static List<Receiver> receivers(JsonNode subscribers) {
        var receivers = new ArrayList<Receiver>();
        for (var subscriber : subscribers) {
            for (var receiver : subscriber.path("receivers")) {
                var headers = new HashMap<String, String>();
                receiver.path("headers")
                        .properties()
                        .forEach(header ->
                                headers.put(header.getKey(), header.getValue().asText()));
                receivers.add(new Receiver(uri(receiver.path("uri").asText("")), Map.copyOf(headers)));
            }
        }
        return List.copyOf(receivers);
    }

    private static URI uri(String text) {
        try {
            var uri = URI.create(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (Set.of("http", "https").contains(scheme) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new BadSubscriptionException("receiver uri is no URI: " + e.getMessage());
        }
        throw new BadSubscriptionException("receiver uri is not http or https: " + text);
    }

    /** The device id in pushes: with scrambling a hash that hides the MAC address, the same for each push. */
    String deviceId(String macAddress) {
        if (!scrambled) {
            return macAddress;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest((macAddress.replace(":", "") + salt).getBytes(StandardCharsets.UTF_8));
            var id = new StringBuilder("00:00");
            for (var index = digest.length - 4; index < digest.length; index++) {
                id.append(String.format(Locale.ROOT, ":%02x", digest[index]));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
