package dev.precinct.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenBuildTest {
    @Test
    void whatWentWrongIsToldWithoutTheAdviceAroundIt() {
        String said = """
                [WARNING] Base image 'scratch' does not use a specific image digest
                [ERROR] I/O error for image [registry.example/java]:
                [ERROR]     java.net.UnknownHostException
                [ERROR] Failed to execute goal
                [ERROR]\s
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                [ERROR] Re-run Maven using the -X switch to enable full debug logging.
                [ERROR] [Help 1] http://example.org/MojoExecutionException
                """;

        assertThat(MavenBuild.errors(said))
                .containsExactly(
                        "I/O error for image [registry.example/java]:",
                        "java.net.UnknownHostException",
                        "Failed to execute goal");
    }
}
