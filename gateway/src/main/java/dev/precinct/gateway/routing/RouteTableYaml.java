package dev.precinct.gateway.routing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the table from {@code routes.yaml}. Each row overrides the defaults at the file's top. */
public final class RouteTableYaml {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record File(Defaults defaults, List<Row> routes) {}

    private record Defaults(String timeLimit, long bodyLimitBytes) {}

    private record Row(
            String method,
            String path,
            String access,
            String target,
            @Nullable String timeLimit,
            @Nullable Long bodyLimitBytes,
            boolean streaming) {}

    private RouteTableYaml() {}

    /** The table that is shipped. */
    public static RouteTable shipped() {
        try (var in = RouteTableYaml.class.getResourceAsStream("/routes.yaml")) {
            return read(Objects.requireNonNull(in, "routes.yaml is in the jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another table of the same form. */
    public static RouteTable read(InputStream in) throws IOException {
        var file = YAML.readValue(in, File.class);
        return new RouteTable(
                file.routes().stream().map(row -> toRoute(row, file.defaults())).toList());
    }

    private static Route toRoute(Row row, Defaults defaults) {
        return new Route(
                row.method(),
                row.path(),
                Access.of(row.access()),
                Target.valueOf(row.target().toUpperCase(Locale.ROOT).replace('-', '_')),
                Duration.parse(Objects.requireNonNullElse(row.timeLimit(), defaults.timeLimit())),
                Objects.requireNonNullElse(row.bodyLimitBytes(), defaults.bodyLimitBytes()),
                row.streaming());
    }
}
