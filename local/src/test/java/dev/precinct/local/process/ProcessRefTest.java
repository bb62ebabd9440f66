package dev.precinct.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRefTest {
    @TempDir
    Path folder;

    @Test
    void aPidThatIsUsedAgainIsAnotherProcess() {
        long pid = ProcessHandle.current().pid();
        var ourselves = ProcessRef.find(pid).orElseThrow();

        assertThat(ourselves.alive()).isTrue();
        assertThat(new ProcessRef(pid, ourselves.startTicks() - 1).alive()).isFalse();
    }

    @Test
    void aProcessThatIgnoresTheFirstSignalIsEndedAllTheSame() {
        var stubborn = launch("trap '' TERM; while :; do sleep 0.1; done").start();

        stubborn.end(Duration.ofMillis(300));

        assertThat(stubborn.alive()).isFalse();
    }

    @Test
    void anEndedProcessHoldsNoMemory() {
        var ended = launch("exit 0").start();
        ended.end(Duration.ofSeconds(5));

        assertThat(ended.residentMiB()).isZero();
    }

    @Test
    void aProcessGetsItsOwnEnvironmentAndNothingOfOurs() throws IOException {
        var log = folder.resolve("log");
        var process = new Launch(List.of("sh", "-c", "env"), Map.of("PRECINCT_HTTP_PORT", "1"), folder, log).start();
        await().until(() -> !process.alive());

        assertThat(Files.readAllLines(log))
                .contains("PRECINCT_HTTP_PORT=1")
                .noneMatch(line -> line.startsWith("JAVA_HOME="));
    }

    @Test
    void anEnvironmentNeverShowsInText() {
        assertThat(new Launch(List.of("sh"), Map.of("PASSWORD", "sesame"), folder, folder.resolve("log")))
                .asString()
                .doesNotContain("sesame");
    }

    private Launch launch(String script) {
        return new Launch(List.of("sh", "-c", script), Map.of(), folder, folder.resolve("log"));
    }
}
