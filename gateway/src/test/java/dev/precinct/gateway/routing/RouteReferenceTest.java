package dev.precinct.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RouteReferenceTest {
    private static final Path PAGE = Path.of("docs/routes.md");

    /** {@code -Dprecinct.generate=true} writes it. */
    @Test
    void theCommittedPageIsTheTable() throws IOException {
        String page = RouteReference.markdown(RouteTableYaml.shipped());
        if (Boolean.getBoolean("precinct.generate")) {
            Files.createDirectories(PAGE.toAbsolutePath().getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
