package dev.precinct.local.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedProgramsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void anImage() throws IOException {
        Path app = Files.createDirectories(folder.resolve("gateway/app"));
        Files.writeString(app.resolve("jib-classpath-file"), "/app/classpath/gateway.jar:/app/libs/a.jar");
        Files.writeString(app.resolve("jib-main-class-file"), "dev.precinct.gateway.GatewayMain");
    }

    @Test
    void aUnitRunsOnTheJavaAndTheJarsOfItsImage() {
        Path root = folder.resolve("gateway");

        assertThat(new UnpackedPrograms(folder).command("precinct/gateway:1"))
                .startsWith(root + "/opt/java/openjdk/bin/java")
                .endsWith(
                        "-cp",
                        root + "/app/classpath/gateway.jar:" + root + "/app/libs/a.jar",
                        "dev.precinct.gateway.GatewayMain");
    }

    @Test
    void onlyTheFirstProcessOfAUnitRecords() {
        var programs = new UnpackedPrograms(folder);

        assertThat(programs.command("precinct/gateway:1"))
                .contains("-XX:AOTMode=record", "-XX:AOTConfiguration=" + folder.resolve("gateway.aotconf"));
        assertThat(programs.command("precinct/gateway:1")).noneMatch(option -> option.startsWith("-XX:AOT"));
    }

    @Test
    void anImageThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new UnpackedPrograms(folder).command("precinct/console:1"))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining(folder.resolve("console").toString());
    }
}
