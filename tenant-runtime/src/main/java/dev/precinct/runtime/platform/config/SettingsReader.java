package dev.precinct.runtime.platform.config;

import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.settings.UnknownSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads each setting by its kind and gathers what is wrong, so that all of it is told at once. */
final class SettingsReader {
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    RuntimeSettings read() {
        var settings = new RuntimeSettings(
                new RuntimeSettings.Tenant(
                        value(Setting.PRECINCT_TENANT_ID, TenantId::new, new TenantId("0".repeat(32))),
                        value(Setting.PRECINCT_TENANT_NAME, Function.identity(), ""),
                        value(Setting.PRECINCT_TENANT_DISPLAY_NAME, Function.identity(), ""),
                        value(Setting.PRECINCT_TIME_ZONE, ZoneId::of, ZoneId.of("UTC"))),
                new RuntimeSettings.Ports(port(Setting.PRECINCT_HTTP_PORT), port(Setting.PRECINCT_HEALTH_PORT)),
                new RuntimeSettings.Database(
                        value(Setting.PRECINCT_DATABASE_URL, SettingsReader::postgresUrl, ""),
                        folder(Setting.PRECINCT_DATABASE_CREDENTIALS)),
                new RuntimeSettings.Redis(
                        value(Setting.PRECINCT_REDIS_URL, SettingsReader::redisUrl, URI.create("redis://absent")),
                        folder(Setting.PRECINCT_REDIS_CREDENTIALS),
                        duration(Setting.PRECINCT_REDIS_LIVE_TTL),
                        duration(Setting.PRECINCT_REDIS_HISTORY_TTL)),
                new RuntimeSettings.Permissions(path(Setting.PRECINCT_SEED_FILE), path(Setting.PRECINCT_PASSWORDS)),
                path(Setting.PRECINCT_ASSERTION_KEYS),
                cmx());
        var known = Arrays.stream(Setting.values()).map(Setting::name).collect(Collectors.toSet());
        UnknownSettings.in(environment, known).forEach(name -> problems.add(name + " is no setting of the runtime"));
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return settings;
    }

    private Optional<RuntimeSettings.Cmx> cmx() {
        if (find(Setting.PRECINCT_CMX_URL).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RuntimeSettings.Cmx(
                value(Setting.PRECINCT_CMX_URL, SettingsReader::httpUrl, URI.create("http://absent")),
                folder(Setting.PRECINCT_CMX_CREDENTIALS),
                duration(Setting.PRECINCT_CMX_POLLING_INTERVAL),
                notifications()));
    }

    private Optional<RuntimeSettings.Notifications> notifications() {
        if (!value(Setting.PRECINCT_CMX_NOTIFICATIONS, SettingsReader::enabled, false)) {
            return Optional.empty();
        }
        return Optional.of(new RuntimeSettings.Notifications(
                value(Setting.PRECINCT_CMX_NOTIFICATIONS_URL, SettingsReader::httpUrl, URI.create("http://absent")),
                path(Setting.PRECINCT_CMX_NOTIFICATIONS_SECRET)));
    }

    private static boolean enabled(String text) {
        return switch (text) {
            case "Enabled" -> true;
            case "Disabled" -> false;
            default -> throw new IllegalArgumentException("is Enabled or Disabled");
        };
    }

    private static String postgresUrl(String text) {
        if (!text.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException("starts with jdbc:postgresql://");
        }
        return text;
    }

    private static URI redisUrl(String text) {
        return urlOf(text, "redis", "rediss");
    }

    private static URI httpUrl(String text) {
        return urlOf(text, "http", "https");
    }

    private static URI urlOf(String text, String... schemes) {
        var url = URI.create(text);
        if (!List.of(schemes).contains(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "is a URL with a host that starts with " + String.join(": or ", schemes) + ":");
        }
        return url;
    }

    private int port(Setting setting) {
        return value(
                setting,
                text -> {
                    int port = Integer.parseInt(text);
                    if (port < 0 || port > 65_535) {
                        throw new IllegalArgumentException("is a port");
                    }
                    return port;
                },
                0);
    }

    private Duration duration(Setting setting) {
        return value(
                setting,
                text -> {
                    var duration = Duration.parse(text);
                    if (!duration.isPositive()) {
                        throw new IllegalArgumentException("is longer than nothing");
                    }
                    return duration;
                },
                Duration.ofSeconds(1));
    }

    private CredentialsFolder folder(Setting setting) {
        return new CredentialsFolder(path(setting));
    }

    private Path path(Setting setting) {
        return value(setting, Path::of, Path.of("absent"));
    }

    /** @param instead only lets the reading go on to the next problem */
    private <T> T value(Setting setting, Function<String, T> parser, T instead) {
        var text = find(setting);
        if (text.isEmpty()) {
            problems.add(setting + " is missing");
            return instead;
        }
        try {
            return parser.apply(text.get());
        } catch (RuntimeException e) {
            problems.add(setting + ": " + e.getMessage());
            return instead;
        }
    }

    private Optional<String> find(Setting setting) {
        return Optional.ofNullable(environment.get(setting.name())).filter(text -> !text.isBlank());
    }
}
