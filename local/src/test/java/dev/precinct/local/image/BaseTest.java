package dev.precinct.local.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {
    @TempDir
    Path folder;

    @Test
    void jlinkIsMadeOfThisMachine() {
        assertThat(Base.parse("jlink")).isEqualTo(new Base.Linked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eclipse-temurin:25-jre",
                "registry.example:5000/java/jre:25.0.1_8",
                "localhost:5000/jre",
                "jre@sha256:0123456789012345678901234567890123456789012345678901234567890123"
            })
    void aNameOfAnImageIsTakenAsItIs(String name) {
        assertThat(Base.parse(name)).isEqualTo(new Base.Named(name));
    }

    @Test
    void anArchiveIsKnownByItsEnding() throws IOException {
        Path archive = Files.writeString(folder.resolve("base.tar"), "");

        assertThat(Base.parse(archive.toString())).isEqualTo(new Base.Archive(archive));
    }

    @Test
    void anArchiveThatIsNotThereIsToldWithWhatWouldBeRight() {
        assertThatThrownBy(() -> Base.parse(folder.resolve("gone.tar").toString()))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining(folder + "/gone.tar")
                .hasMessageContaining("jlink");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Temurin", "a b", "jre:", "docker://jre", "jre@sha256:12"})
    void whatIsNoNameIsToldWithWhatWouldBeRight(String name) {
        assertThatThrownBy(() -> Base.parse(name))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("eclipse-temurin:25-jre");
    }
}
