package dev.precinct.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.Output;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(7)
@Installed(Kind.EMBEDDED)
class CommandsE2E {

    @Test
    void upTwiceAndTwoAtOnceAreHarmless(PrecinctInstallation precinct) throws Exception {
        var before = precinct.status();
        twoAtOnce(precinct);
        assertThat(precinct.status().units())
                .extracting(unit -> unit.name() + " " + unit.pid())
                .isEqualTo(before.units().stream()
                        .map(unit -> unit.name() + " " + unit.pid())
                        .toList());
    }

    @Test
    void twoAtOnceStartOneInstallationWhereNothingRuns(PrecinctInstallation precinct) throws Exception {
        precinct.command("down").succeeded();

        twoAtOnce(precinct);

        assertThat(precinct.status().units())
                .allSatisfy(unit -> assertThat(unit.state()).as(unit.name()).isEqualTo("running"))
                .extracting(unit -> unit.name())
                .doesNotHaveDuplicates();
        assertThat(precinct.demo("ana").get("/v1/me").status()).isEqualTo(200);
    }

    private static void twoAtOnce(PrecinctInstallation precinct) throws Exception {
        Callable<Output> up = precinct::up;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = both.submit(up);
            var second = both.submit(up);
            first.get().succeeded();
            second.get().succeeded();
        }
    }

    @Test
    void aPortInUseIsToldWithItsOwnerAndAFreeOne(PrecinctInstallation precinct, @TempDir Path home) {
        var output = precinct.command(Map.of("PRECINCT_HOME", home.toString()), "up");
        assertThat(output.exit()).isNotZero();
        assertThat(output.text())
                .contains("port " + precinct.port() + " is in use by java (pid ")
                .containsPattern("PRECINCT_PORT=\\d+ ./precinct up")
                .doesNotContain("\tat ");
    }

    @Test
    void aHomeThatCannotBeWrittenIsToldByItsName(PrecinctInstallation precinct, @TempDir Path folder)
            throws IOException {
        // A file in the way refuses root too, which a folder without rights does not.
        Path home = Files.createFile(folder.resolve("home")).resolve("below");
        var output = precinct.command(Map.of("PRECINCT_HOME", home.toString()), "up");
        assertThat(output.exit()).isNotZero();
        assertThat(output.text()).contains("can't write to " + home).doesNotContain("\tat ");
    }

    @Test
    void whatRunsIsListedAndLogged(PrecinctInstallation precinct) {
        assertThat(precinct.command("get", "tenants").succeeded().text()).contains("acme", "Ready");
        assertThat(precinct.command("logs", "gateway").succeeded().text()).isNotBlank();
        assertThat(precinct.command("help").succeeded().text()).contains("up", "apply", "reset");
        assertThat(precinct.status().units())
                .allSatisfy(unit -> assertThat(unit.state()).isEqualTo("running"))
                .extracting(unit -> unit.name())
                .contains("postgres", "redis", "simulator", "operator", "gateway", "acme/runtime");
    }
}
