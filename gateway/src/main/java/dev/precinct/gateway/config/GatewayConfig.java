package dev.precinct.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All settings of the gateway; docs/architecture/contracts.md lists them.
 *
 * @param baseDomain tenants are {@code <name>.<base domain>}
 * @param publicScheme how browsers reach the gateway: cookies are Secure with https
 * @param signingKey file with the private JWK that signs assertions
 * @param portal folder of the built portal
 * @param localAddresses folder where a node on this machine says where runtimes listen; null in a cluster
 */
public record GatewayConfig(
        int httpPort,
        int healthPort,
        String baseDomain,
        PublicScheme publicScheme,
        RedisSettings redis,
        Path signingKey,
        Path portal,
        @Nullable Path localAddresses) {

    /** How browsers reach the gateway. */
    public enum PublicScheme {
        HTTP,
        HTTPS;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws InvalidSettingException naming the first setting that is missing or wrong */
    public static GatewayConfig from(Map<String, String> environment) {
        String local = environment.get("PRECINCT_LOCAL_ADDRESSES");
        return new GatewayConfig(
                port(environment, "PRECINCT_HTTP_PORT", 8080),
                port(environment, "PRECINCT_HEALTH_PORT", 8081),
                required(environment, "PRECINCT_BASE_DOMAIN").toLowerCase(Locale.ROOT),
                scheme(environment),
                new RedisSettings(redisUrl(environment), Path.of(required(environment, "PRECINCT_REDIS_CREDENTIALS"))),
                Path.of(required(environment, "PRECINCT_SIGNING_KEY")),
                Path.of(required(environment, "PRECINCT_PORTAL")),
                local == null || local.isBlank() ? null : Path.of(local));
    }

    private static PublicScheme scheme(Map<String, String> environment) {
        String text = environment.getOrDefault("PRECINCT_PUBLIC_SCHEME", "http");
        return switch (text) {
            case "http" -> PublicScheme.HTTP;
            case "https" -> PublicScheme.HTTPS;
            default -> throw new InvalidSettingException("PRECINCT_PUBLIC_SCHEME is http or https, not: " + text);
        };
    }

    private static URI redisUrl(Map<String, String> environment) {
        String text = required(environment, "PRECINCT_REDIS_URL");
        try {
            URI url = URI.create(text);
            if ("redis".equals(url.getScheme()) && url.getHost() != null && url.getPort() > 0) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("PRECINCT_REDIS_URL is redis://host:port", e);
        }
        throw new InvalidSettingException("PRECINCT_REDIS_URL is redis://host:port");
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(name + " is a port number, not: " + text, e);
        }
        throw new InvalidSettingException(name + " is a port number, not: " + text);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new InvalidSettingException(name + " is not set");
        }
        return value.strip();
    }
}
