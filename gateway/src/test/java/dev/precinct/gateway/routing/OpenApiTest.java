package dev.precinct.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final JsonNode document;

    OpenApiTest() throws IOException {
        document = new YAMLMapper().readTree(Files.readString(Path.of("openapi.yaml")));
    }

    @Test
    void itDescribesTheGatewaysOwnRoutesAndNoOther() {
        var described = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described)
                .isEqualTo(new TreeSet<>(RouteTableYaml.shipped().routes().stream()
                        .filter(route -> route.target() == Target.GATEWAY)
                        .map(route -> route.method() + " " + route.path())
                        .toList()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
