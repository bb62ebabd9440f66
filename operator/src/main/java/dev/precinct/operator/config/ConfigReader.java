package dev.precinct.operator.config;

import dev.precinct.tenancy.settings.UnknownSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads typed settings and collects what is wrong, so that a start names all of it at once. */
final class ConfigReader {
    private final Map<String, String> environment;
    private final Set<String> known = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    ConfigReader(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String key, String fallback) {
        return find(key).orElse(fallback);
    }

    String required(String key) {
        return find(key).orElseGet(() -> {
            problems.add(key + " is not set");
            return "";
        });
    }

    Path folder(String key) {
        return Path.of(required(key));
    }

    URI address(String key, String fallback) {
        return parsed(key, fallback, URI::create, "an address");
    }

    /** With a host and a port, and one of the two schemes that Redis has. */
    URI redis(String key) {
        required(key);
        return parsed(
                key,
                "redis://absent:6379",
                text -> {
                    var url = URI.create(text);
                    boolean scheme = "redis".equals(url.getScheme()) || "rediss".equals(url.getScheme());
                    if (!scheme || url.getHost() == null || url.getPort() < 1) {
                        throw new IllegalArgumentException(text);
                    }
                    return url;
                },
                "redis://host:port or rediss://host:port");
    }

    Duration duration(String key, String fallback) {
        return parsed(key, fallback, Duration::parse, "an ISO-8601 duration such as PT5M");
    }

    boolean flag(String key) {
        return parsed(
                key,
                "false",
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                },
                "true or false");
    }

    int port(String key, int fallback) {
        return parsed(
                key,
                String.valueOf(fallback),
                text -> {
                    int port = Integer.parseInt(text);
                    if (port < 0 || port > 65535) {
                        throw new IllegalArgumentException(text);
                    }
                    return port;
                },
                "a port");
    }

    /** Parts between commas. */
    <T> List<T> list(String key, Function<String, T> parse, String wanted) {
        return parsed(key, "", text -> parts(text, ",").map(parse).toList(), wanted);
    }

    /** Parts between semicolons, as one thing. */
    <T> T whole(String key, Function<List<String>, T> parse, String wanted) {
        return parsed(key, "", text -> parse.apply(parts(text, ";").toList()), wanted);
    }

    private static Stream<String> parts(String text, String separator) {
        return Stream.of(text.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
    }

    Optional<String> find(String key) {
        known.add(key);
        return Optional.ofNullable(environment.get(key)).filter(text -> !text.isBlank());
    }

    /** After every setting was asked for. */
    void finish() {
        UnknownSettings.in(environment, known).forEach(key -> problems.add(key + " is no setting of the operator"));
        if (!problems.isEmpty()) {
            throw new BadConfigException(problems);
        }
    }

    private <T> T parsed(String key, String fallback, Function<String, T> parse, String wanted) {
        try {
            return parse.apply(find(key).orElse(fallback));
        } catch (RuntimeException e) {
            problems.add(key + " is not " + wanted);
            return parse.apply(fallback);
        }
    }
}
