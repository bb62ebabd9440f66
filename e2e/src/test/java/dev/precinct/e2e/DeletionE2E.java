package dev.precinct.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import dev.precinct.e2e.persistence.TenantTraces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a deleted tenant leaves: asked at the servers themselves. */
@Order(8)
@Installed(Kind.EMBEDDED)
class DeletionE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TENANT = "/apis/precinct.dev/v1alpha1/tenants/globex";

    /** A tenant that runs, and what the installation has of it. */
    private record Running(String id, long pid, TenantTraces traces) {

        static Running globex(PrecinctInstallation precinct, String yaml) throws Exception {
            precinct.command("apply", "-f", precinct.file("deleted.yaml", yaml).toString())
                    .succeeded();
            String uid = precinct.kubernetes()
                    .get(TENANT)
                    .json()
                    .path("metadata")
                    .path("uid")
                    .asText();
            var running = new Running(
                    uid.replace("-", ""), precinct.status().pid("globex/runtime"), new TenantTraces(precinct.home()));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(running.traces.of(running.id)).containsExactlyInAnyOrder(running.everything()));
            return running;
        }

        String[] everything() {
            return new String[] {"database t_" + id, "role t_" + id, "Redis user t_" + id, "Redis keys"};
        }

        boolean runs() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        }
    }

    @Test
    void withDeleteNoServerProcessOrFolderKnowsTheTenantAnyMore(PrecinctInstallation precinct) throws Exception {
        var globex = Running.globex(precinct, Files.readString(precinct.example("second-tenant.yaml")));
        Path volumes = precinct.home().resolve("volumes").resolve("tenant-globex");
        assertThat(volumes.resolve("runtime").resolve("user-passwords")).isNotEmptyDirectory();

        precinct.command("delete", "tenant", "globex").succeeded();

        assertThat(globex.traces().of(globex.id())).isEmpty();
        assertGoneFromTheCluster(precinct, globex);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(volumes.resolve("runtime")).doesNotExist());
    }

    @Test
    void byDefaultTheDataStaysAndItIsSaidWhichOfIt(PrecinctInstallation precinct) throws Exception {
        String kept = Files.readString(precinct.example("second-tenant.yaml"))
                .replaceFirst("(?s) {2}database:\\s+onDelete: Delete\\s*", "");
        assertThat(kept).doesNotContain("onDelete");
        var globex = Running.globex(precinct, kept);

        String said = precinct.command("delete", "tenant", "globex").succeeded().text();

        assertThat(said)
                .contains("Retain", "database and role t_" + globex.id(), "t:" + globex.id() + ":*")
                .contains("user t_" + globex.id());
        assertThat(globex.traces().of(globex.id())).containsExactlyInAnyOrder(globex.everything());
        assertGoneFromTheCluster(precinct, globex);
    }

    private static void assertGoneFromTheCluster(PrecinctInstallation precinct, Running globex) throws IOException {
        assertThat(precinct.kubernetes().get(TENANT).status()).isEqualTo(404);
        assertThat(precinct.kubernetes().get("/api/v1/namespaces/tenant-globex").status())
                .isEqualTo(404);
        await().atMost(PATIENCE).until(() -> !globex.runs());
        assertThat(precinct.home().resolve("run/addresses/tenant-globex/runtime"))
                .doesNotExist();
    }
}
