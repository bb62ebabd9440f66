package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.meta.Labels;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.OperatorProcess;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestCluster;
import dev.precinct.operator.testing.TestTenants;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Of two operators one works. Each is a process: who stops leading ends, so that never two work at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaderKubeIT {
    private static final String ONE = "operator-one";
    private static final String OTHER = "operator-other";

    private OperatorRig rig;

    @BeforeAll
    void start() throws IOException {
        rig = new OperatorRig();
        rig.stopOperator();
    }

    @AfterAll
    void stop() throws IOException {
        // Somebody has to take away what the tests made.
        rig.startOperator();
        lease().delete();
        rig.close();
    }

    @BeforeEach
    void forgetTheLastLeader() {
        lease().delete();
    }

    @Test
    void onlyTheLeaderWorksAndTheOtherTakesOverWhenItIsKilled() throws IOException {
        try (var leader = started(ONE);
                var standby = startedAsStandby(OTHER)) {
            var tenant = rig.tenants.ready(TestTenants.smallest());
            assertThat(leader.writes()).isPositive();
            assertThat(standby.passes()).as(standby.log()).isZero();
            assertThat(standby.writes()).isZero();

            leader.kill();

            rig.cluster
                    .administrator()
                    .configMaps()
                    .inNamespace(TenantNames.of(tenant).namespace())
                    .withName("permissions")
                    .delete();
            await().untilAsserted(() -> assertThat(holder()).isEqualTo(OTHER));
            await().untilAsserted(() -> assertThat(standby.writes()).isPositive());
            rig.tenants.ready(TestTenants.smallest());
        }
    }

    @Test
    void aLeaderThatIsAskedToEndEndsAndTheOtherTakesOver() throws IOException {
        try (var leader = started(ONE);
                var standby = startedAsStandby(OTHER)) {
            leader.askToEnd();

            await().untilAsserted(() ->
                    assertThat(leader.isRunning()).as(leader.log()).isFalse());
            assertThat(holder()).as("it hands the lead on before it ends").isNotEqualTo(ONE);
            await().untilAsserted(() -> assertThat(holder()).isEqualTo(OTHER));
            rig.tenants.ready(TestTenants.smallest());
            assertThat(standby.writes()).isPositive();
        }
    }

    private OperatorProcess started(String hostname) throws IOException {
        var process = rig.startProcess(hostname, Map.of("PRECINCT_LEADER_ELECTION", "true"));
        await().untilAsserted(() -> assertThat(holder()).as(process.log()).isEqualTo(hostname));
        return process;
    }

    private OperatorProcess startedAsStandby(String hostname) throws IOException {
        var process = rig.startProcess(hostname, Map.of("PRECINCT_LEADER_ELECTION", "true"));
        await().untilAsserted(
                        () -> assertThat(process.isReady()).as(process.log()).isTrue());
        assertThat(holder()).isNotEqualTo(hostname);
        return process;
    }

    private Resource<Lease> lease() {
        return rig.cluster
                .administrator()
                .leases()
                .inNamespace(TestCluster.PLATFORM)
                .withName(Labels.OPERATOR);
    }

    private String holder() {
        Lease lease = lease().get();
        return lease == null ? "" : String.valueOf(lease.getSpec().getHolderIdentity());
    }
}
