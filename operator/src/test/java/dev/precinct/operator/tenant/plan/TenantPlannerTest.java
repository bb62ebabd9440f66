package dev.precinct.operator.tenant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.network.ServerAddress;
import dev.precinct.operator.tenant.model.BackendState;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.NamespaceState;
import dev.precinct.operator.tenant.model.Reach;
import dev.precinct.operator.tenant.model.TenantObservation;
import dev.precinct.operator.tenant.model.TenantPlan;
import dev.precinct.operator.tenant.model.TenantSecrets;
import dev.precinct.operator.tenant.model.Use;
import dev.precinct.operator.testing.TenantFixtures;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantPlannerTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);
    private static final EffectiveSpec SPEC = new EffectiveSpec(TenantFixtures.full());

    private final TenantPlanner planner = new TenantPlanner(
            TenantFixtures.SERVICES, TenantFixtures.SETTINGS, TenantFixtures.CMX, () -> "new-password");

    @Test
    void aForeignNamespaceIsRefused() {
        assertThat(planner.plan(NAMES, SPEC, seen(NamespaceState.FOREIGN)))
                .isInstanceOfSatisfying(
                        TenantPlan.Refuse.class,
                        refuse -> assertThat(refuse.failure())
                                .isInstanceOf(TenantException.UserMustAct.class)
                                .extracting(TenantException::reason)
                                .isEqualTo(TenantReason.NAMESPACE_NOT_OURS));
    }

    /** It ends by itself, and then there is room for a new one. */
    @Test
    void aNamespaceThatIsBeingDeletedIsWaitedFor() {
        assertThat(planner.plan(NAMES, SPEC, seen(NamespaceState.ENDING)))
                .isInstanceOfSatisfying(
                        TenantPlan.Refuse.class,
                        refuse -> assertThat(refuse.failure())
                                .isInstanceOf(TenantException.Transient.class)
                                .extracting(TenantException::reason)
                                .isEqualTo(TenantReason.NAMESPACE_ENDING));
    }

    /** Above all no password: one that can't be read must not be made anew. */
    @Test
    void aNamespaceThatCanNotBeReadGetsNothingButTheRightToReadIt() {
        assertThat(planner.plan(NAMES, SPEC, seen(NamespaceState.CLOSED)))
                .isInstanceOfSatisfying(
                        TenantPlan.Open.class,
                        open -> assertThat(open.objects())
                                .extracting(object -> object.getKind())
                                .containsExactly("Namespace", "RoleBinding"));
    }

    @Test
    void cmxIsOpenedByItsAddressesAndItsPort() {
        var plan = (TenantPlan.Provision) planner.plan(NAMES, SPEC, seen(NamespaceState.OPEN));

        var openings = plan.objects().stream()
                .filter(NetworkPolicy.class::isInstance)
                .filter(object -> object.getMetadata().getName().equals("openings"))
                .findFirst()
                .orElseThrow();
        assertThat(Serialization.asYaml(openings)).contains("192.0.2.7/32", "8443");
    }

    @Test
    void noPasswordIsInTheTextOfAPlan() {
        var plan = (TenantPlan.Provision) planner.plan(NAMES, SPEC, seen(NamespaceState.OPEN));

        assertThat(plan.database().toString() + plan.redis()).doesNotContain("new-password");
    }

    private static TenantObservation seen(NamespaceState namespace) {
        return new TenantObservation(
                namespace,
                new TenantSecrets(Map.of(), Map.of(), "{}"),
                new Reach(
                        new ServerAddress("postgres", 5432),
                        new ServerAddress("redis", 6379),
                        Map.of("cmx.acme.example", List.of("192.0.2.7"))),
                new BackendState.Unsound(),
                new BackendState.Unsound(),
                null,
                null,
                Use.NONE);
    }
}
