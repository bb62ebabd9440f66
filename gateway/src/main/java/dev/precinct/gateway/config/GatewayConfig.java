package dev.precinct.gateway.config;

import dev.precinct.tenancy.settings.UnknownSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All settings of the gateway; docs/architecture/contracts.md lists them.
 *
 * @param baseDomain tenants are {@code <name>.<base domain>}
 * @param publicScheme how browsers reach the gateway: cookies are Secure with https
 * @param signingKey file with the private JWK that signs assertions
 * @param portal folder of the built portal
 * @param namespace of the operator, where it looks for which tenants are used
 */
public record GatewayConfig(
        ListenerSettings listener,
        String baseDomain,
        PublicScheme publicScheme,
        RedisSettings redis,
        Path signingKey,
        Path portal,
        String namespace,
        RuntimeSettings runtimes) {
    private static final Set<String> KNOWN = Set.of(
            "PRECINCT_HTTP_PORT",
            "PRECINCT_HEALTH_PORT",
            "PRECINCT_TLS",
            "PRECINCT_BASE_DOMAIN",
            "PRECINCT_PUBLIC_SCHEME",
            "PRECINCT_REDIS_URL",
            "PRECINCT_REDIS_CREDENTIALS",
            "PRECINCT_SIGNING_KEY",
            "PRECINCT_PORTAL",
            "PRECINCT_NAMESPACE",
            "PRECINCT_LOCAL_ADDRESSES",
            "PRECINCT_RUNTIME_REQUESTS",
            "PRECINCT_RUNTIME_STREAMS");

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
        UnknownSettings.in(environment, KNOWN).stream().findFirst().ifPresent(name -> {
            throw new InvalidSettingException(name + " is no setting of the gateway");
        });
        return new GatewayConfig(
                listener(environment),
                required(environment, "PRECINCT_BASE_DOMAIN").toLowerCase(Locale.ROOT),
                scheme(environment),
                new RedisSettings(redisUrl(environment), Path.of(required(environment, "PRECINCT_REDIS_CREDENTIALS"))),
                Path.of(required(environment, "PRECINCT_SIGNING_KEY")),
                Path.of(required(environment, "PRECINCT_PORTAL")),
                environment.getOrDefault("PRECINCT_NAMESPACE", "precinct-system"),
                runtimes(environment));
    }

    private static ListenerSettings listener(Map<String, String> environment) {
        Path tls = folder(environment, "PRECINCT_TLS");
        if (tls != null && scheme(environment) == PublicScheme.HTTP) {
            throw new InvalidSettingException("PRECINCT_PUBLIC_SCHEME is https where PRECINCT_TLS is set");
        }
        return new ListenerSettings(
                port(environment, "PRECINCT_HTTP_PORT", 8080), port(environment, "PRECINCT_HEALTH_PORT", 8081), tls);
    }

    private static @Nullable Path folder(Map<String, String> environment, String name) {
        String text = environment.get(name);
        return text == null || text.isBlank() ? null : Path.of(text.strip());
    }

    private static RuntimeSettings runtimes(Map<String, String> environment) {
        return new RuntimeSettings(
                folder(environment, "PRECINCT_LOCAL_ADDRESSES"),
                count(environment, "PRECINCT_RUNTIME_REQUESTS", RuntimeSettings.DEFAULT_REQUESTS),
                count(environment, "PRECINCT_RUNTIME_STREAMS", RuntimeSettings.DEFAULT_STREAMS),
                HoldLimits.USUAL);
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
            boolean scheme = "redis".equals(url.getScheme()) || "rediss".equals(url.getScheme());
            if (scheme && url.getHost() != null && url.getPort() > 0) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("PRECINCT_REDIS_URL is redis://host:port or rediss://host:port", e);
        }
        throw new InvalidSettingException("PRECINCT_REDIS_URL is redis://host:port or rediss://host:port");
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        return number(environment, name, otherwise, "a port number", port -> port >= 0 && port <= 65_535);
    }

    private static int count(Map<String, String> environment, String name, int otherwise) {
        return number(environment, name, otherwise, "a number from 1 on", count -> count >= 1);
    }

    private static int number(
            Map<String, String> environment, String name, int otherwise, String wanted, IntPredicate isWanted) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (isWanted.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(name + " is " + wanted + ", not: " + text, e);
        }
        throw new InvalidSettingException(name + " is " + wanted + ", not: " + text);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new InvalidSettingException(name + " is not set");
        }
        return value.strip();
    }
}
