package dev.precinct.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Last: the installation is gone afterwards. */
@Order(Integer.MAX_VALUE)
class UninstallNodeE2E {
    @BeforeAll
    static void install() {
        InstalledChart.ensure();
    }

    @Test
    void uninstallingLeavesTenantsAndTheirDataAndInstallingAgainGoesOnWithThem() {
        String password = Cluster.secret("tenant-acme", "user-passwords", "ben");
        String uid =
                Cluster.get("tenant", InstalledChart.ACME).at("/metadata/uid").asText();

        var said = Cluster.helm("uninstall", InstalledChart.RELEASE, "-n", InstalledChart.NAMESPACE, "--wait")
                .succeeded();

        assertThat(said.text()).contains("kept due to the resource policy", "tenants.precinct.dev");
        assertThat(Cluster.get("tenant", InstalledChart.ACME)
                        .at("/metadata/uid")
                        .asText())
                .isEqualTo(uid);
        assertThat(Cluster.kubectl("-n", "tenant-acme", "rollout", "status", "deployment/runtime", "--timeout=10s")
                        .exit())
                .as("the runtime goes on")
                .isZero();
        assertThat(Cluster.get("persistentvolumeclaims", "-n", InstalledChart.NAMESPACE)
                        .path("items"))
                .hasSize(2);

        Cluster.helm(InstalledChart.command("install")).succeeded();
        Cluster.kubectl("-n", InstalledChart.NAMESPACE, "rollout", "status", "deployment/gateway", "--timeout=180s")
                .succeeded();
        Cluster.kubectl("-n", InstalledChart.NAMESPACE, "rollout", "status", "deployment/operator", "--timeout=180s")
                .succeeded();
        InstalledChart.awaitReady(InstalledChart.ACME);

        assertThat(Cluster.get("tenant", InstalledChart.ACME)
                        .at("/metadata/uid")
                        .asText())
                .isEqualTo(uid);
        assertThat(InstalledChart.api(InstalledChart.ACME)
                        .as("ben", password)
                        .get("/api/location/v2/clients/count")
                        .status())
                .isEqualTo(200);
    }
}
