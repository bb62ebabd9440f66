package dev.precinct.local.cli.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.local.home.UserMustActException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What people mistype; none of it gets as far as a build. */
class ImagesCommandTest {
    @TempDir
    Path checkout;

    @Test
    void aTargetThatCantBeWrittenIsNamedWithTheOptionThatMendsIt() throws IOException {
        Path file = Files.writeString(checkout.resolve("file"), "");

        assertThatThrownBy(() -> run("--target", file + "/images"))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("can't write to " + file + "/images")
                .hasMessageContaining("--target");
    }

    @Test
    void aBundleInAFolderThatIsNotThereIsToldBeforeTheBuild() {
        assertThatThrownBy(() ->
                        run("--bundle", checkout.resolve("gone/bundle.tar").toString()))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("--bundle")
                .hasMessageContaining("make that folder");
    }

    @Test
    void aBundleThatIsAFolderIsRefused() {
        assertThatThrownBy(() -> run("--bundle", checkout.toString()))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("name a file in it");
    }

    @Test
    void aBaseThatIsNotThereIsToldWithWhatWouldBeRight() {
        assertThatThrownBy(() -> run("--base", "./gone.tar"))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("eclipse-temurin:25-jre");
    }

    @Test
    void anUnknownUnitIsToldWithThoseThatThereAre() {
        assertThatThrownBy(() -> run("console"))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("operator, gateway, tenant-runtime, cmx-simulator");
    }

    @Test
    void aGatewayWithoutAPortalIsNotBuilt() {
        assertThatThrownBy(() -> run("gateway"))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("./precinct build");
    }

    @Test
    void anUnknownOptionIsToldWithTheUsage() {
        var said = new StringWriter();
        int code = new CommandLine(command()).setErr(new PrintWriter(said)).execute("--registry=x");

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString())
                .contains("Unknown option: '--registry=x'")
                .contains("--base")
                .contains("--bundle");
    }

    private void run(String... arguments) throws IOException {
        var command = command();
        new CommandLine(command).parseArgs(arguments);
        command.call();
    }

    private ImagesCommand command() {
        return new ImagesCommand(
                Map.of("PRECINCT_INSTALLED", checkout.toString()),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
