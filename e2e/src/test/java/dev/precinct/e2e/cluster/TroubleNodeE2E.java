package dev.precinct.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a cluster may refuse, told where an administrator looks. */
@Order(5)
class TroubleNodeE2E {
    private static final String NAMESPACE = "tenant-globex";
    private static final String TIGHT = """
            apiVersion: v1
            kind: ResourceQuota
            metadata: { name: tight, namespace: tenant-globex }
            spec: { hard: { pods: "1" } }
            """;

    @BeforeAll
    static void install() {
        InstalledChart.ensure();
    }

    private static String runtimeReady() {
        return Cluster.kubectl(
                        "get",
                        "tenant",
                        InstalledChart.GLOBEX,
                        "-o",
                        "jsonpath={range .status.conditions[?(@.type==\"RuntimeReady\")]}{.reason}: {.message}{end}")
                .succeeded()
                .text();
    }

    @Test
    void aQuotaThatIsTooSmallIsNamedInTheConditionAndTheRuntimeBeforeServesOn() {
        Cluster.apply(TIGHT).succeeded();
        try {
            Cluster.kubectl("-n", NAMESPACE, "rollout", "restart", "deployment/runtime")
                    .succeeded();

            Awaitility.await()
                    .atMost(1, TimeUnit.MINUTES)
                    .untilAsserted(() -> assertThat(runtimeReady())
                            .startsWith("RuntimeStalled: the cluster makes no pod of the runtime: ")
                            .contains("exceeded quota: tight"));
            assertThat(InstalledChart.as(InstalledChart.GLOBEX, "lena")
                            .get("/api/location/v2/clients/count")
                            .status())
                    .isEqualTo(200);
        } finally {
            Cluster.kubectl("-n", NAMESPACE, "delete", "resourcequota", "tight").succeeded();
        }
        Awaitility.await()
                .atMost(5, TimeUnit.MINUTES)
                .untilAsserted(() -> assertThat(runtimeReady()).startsWith("RuntimeAvailable"));
    }
}
