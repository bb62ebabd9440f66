package dev.precinct.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log that was cut still has to tell: the last lines of a run. */
class ClosingLinesTest {
    private static final String GOOD = """
            <testsuite tests='2' failures='0' errors='0' skipped='1'>
              <testcase classname='dev.precinct.RoutesTest' name='one'/>
              <testcase classname='dev.precinct.RoutesTest' name='two'><skipped message='no folder of recordings'/></testcase>
            </testsuite>""";

    @TempDir
    private Path folder;

    private record Closing(int exit, List<String> lines) {}

    @Test
    void eachFailedTestIsNamedWithOneLineThatTellsSomething() throws Exception {
        report("gateway", "surefire", "dev.precinct.RoutesTest", """
                <testsuite tests='2' failures='1' errors='0' skipped='0'>
                  <testcase classname='dev.precinct.RoutesTest' name='aRouteIsFound'/>
                  <testcase classname='dev.precinct.RoutesTest' name='nothingIsLost'>
                    <failure message='&#10;Expecting actual:&#10;  404&#10;to be equal to:&#10;  200&#10;&#10;&#9;at dev.precinct.RoutesTest' type='x'/>
                  </testcase>
                </testsuite>""");
        report("e2e", "failsafe", "dev.precinct.PortalE2E", """
                <testsuite tests='1' failures='0' errors='1' skipped='0'>
                  <testcase classname='dev.precinct.PortalE2E' name=''><error type='java.io.IOException'>no browser
                    at somewhere</error></testcase>
                </testsuite>""");
        write("frontend/target/vitest.json", """
                {"numPassedTests":3,"numFailedTests":1,"numPendingTests":0,"testResults":[
                  {"name":"/home/me/frontend/src/a.test.ts","status":"failed","assertionResults":[
                    {"fullName":"a list is sorted","status":"failed","failureMessages":["expected 1 to be 2\\n at x"]},
                    {"fullName":"a list is short","status":"passed","failureMessages":[]}]}]}""");

        var closing = close("0", "61", "pure", "e2e");

        assertThat(closing.exit()).isOne();
        assertThat(closing.lines())
                .containsExactly(
                        "pure      4 passed, 2 failed, 0 skipped",
                        "e2e       0 passed, 1 failed, 0 skipped",
                        "took 1:01",
                        "FAILED: dev.precinct.PortalE2E: no browser",
                        "FAILED: dev.precinct.RoutesTest.nothingIsLost: Expecting actual: 404 to be equal to: 200",
                        "FAILED: src/a.test.ts: a list is sorted: expected 1 to be 2",
                        "4 passed, 3 failed, 0 skipped");
    }

    @Test
    void aRunWithoutFailuresEndsWithItsCountsAndSaysWhyTestsWereSkipped() throws Exception {
        report("gateway", "surefire", "dev.precinct.RoutesTest", GOOD);
        report("operator", "failsafe", "dev.precinct.OperatorKubeIT", GOOD);

        var closing = close("0", "5", "pure", "kube");

        assertThat(closing.lines())
                .containsOnlyOnce("SKIPPED: dev.precinct.RoutesTest: no folder of recordings")
                .last()
                .isEqualTo("2 passed, 0 failed, 2 skipped");
        assertThat(closing.exit()).isZero();
    }

    @Test
    void aReportThatWasCutAndATierWithoutTestsAreFailures() throws Exception {
        report("gateway", "surefire", "dev.precinct.RoutesTest", "<testsuite tests='2'");

        var closing = close("0", "5", "pure", "it");

        assertThat(closing.lines())
                .contains("no test was executed in: it")
                .anyMatch(line -> line.startsWith("FAILED: dev.precinct.RoutesTest: its report can't be read"));
        assertThat(closing.exit()).isOne();
    }

    private void report(String module, String plugin, String suite, String xml) throws IOException {
        write(module + "/target/" + plugin + "-reports/TEST-" + suite + ".xml", xml);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Closing close(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of("closing-lines").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Closing(process.waitFor(), text.lines().toList());
    }
}
