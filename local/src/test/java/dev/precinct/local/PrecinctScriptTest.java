package dev.precinct.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./precinct} before any Java of ours runs. */
class PrecinctScriptTest {
    @TempDir
    Path folder;

    /** What the script said, and its exit code. */
    private record Said(String text, int code) {}

    @Test
    void aMissingJdkIsToldWithThePlacesThatWereLookedAt() throws Exception {
        var said = run(Map.of("PRECINCT_JDK_FOLDERS", jdks().toString()));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .contains("needs a JDK 25 or newer")
                .contains(jdks().toString())
                .contains("no Java at all")
                .contains("JAVA_HOME");
    }

    @Test
    void aJdkThatIsTooOldIsToldWithItsVersionAndPlace() throws Exception {
        Path old = jdk("temurin-17", "17.0.15");

        var said = run(Map.of("PRECINCT_JDK_FOLDERS", jdks().toString()));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains(old + ": JDK 17, too old");
    }

    @Test
    void aFolderWithoutACompilerIsNoJdk() throws Exception {
        Path jre = Files.createDirectories(jdks().resolve("jre-25"));

        var said = run(Map.of("PRECINCT_JDK_FOLDERS", jdks().toString()));

        assertThat(said.text()).contains(jre + ": no JDK");
    }

    private Path jdks() {
        return folder.resolve("jdks");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = jdks().resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(
                home.resolve("bin/javac"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** With nothing but the programs of a bare machine on the path. */
    private Said run(Map<String, String> environment) throws IOException, InterruptedException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        for (String program : new String[] {"bash", "dirname", "readlink", "sed", "cat", "find", "ls"}) {
            Files.createSymbolicLink(programs.resolve(program), located(program));
        }
        var builder = new ProcessBuilder(located("bash").toString(), "../precinct", "status").redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(text, process.waitFor());
    }

    private static Path located(String program) {
        Path first = Path.of("/bin", program);
        return Files.exists(first) ? first : Path.of("/usr/bin", program);
    }
}
