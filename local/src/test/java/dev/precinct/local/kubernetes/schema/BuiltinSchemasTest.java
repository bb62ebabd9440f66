package dev.precinct.local.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BuiltinSchemasTest {
    private static final Path CLUSTER = Path.of("../cluster/src/kubernetes/go.mod");
    private static final Pattern RELEASE = Pattern.compile("(?m)^\\s*k8s\\.io/kubernetes (v\\S+)$");

    @Test
    void theSchemasAreOfTheReleaseThatTheOtherTestsRunAgainst() throws IOException {
        var release = RELEASE.matcher(Files.readString(CLUSTER));
        assertThat(release.find()).isTrue();
        assertThat(new CommittedSchemas().kubernetes())
                .as("cut them out of the new release: BuiltinSchemasKubeIT says how")
                .isEqualTo(release.group(1));
    }

    @Test
    void everyReferenceLeadsToASchema() throws IOException {
        var schemas = BuiltinSchemas.read();
        assertThat(new CommittedSchemas().kinds())
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(schemas.of(kind).toString()).isNotEmpty());
    }
}
