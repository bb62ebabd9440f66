package dev.precinct.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.DatabaseSpec;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.operator.cache.CacheUser;
import dev.precinct.operator.cluster.SecretContent;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.testing.PassRig;
import dev.precinct.operator.testing.TenantFixtures;
import dev.precinct.operator.testing.TestTenants;
import dev.precinct.operator.testing.TestingClusterObjects;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantPassTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);
    private static final TenantDatabase DATABASE = new TenantDatabase("default", NAMES.login());

    private final PassRig rig = new PassRig();

    @Test
    void everythingThatATenantGetsIsThereInTheEnd() {
        rig.with(TenantFixtures.full());
        rig.give("acme-cmx", Map.of("username", "u", "password", "p", "other", "x"));
        rig.give("ben-password", Map.of("password", "bens-own"));

        rig.settle();

        assertThat(rig.cluster.keys())
                .containsExactlyInAnyOrder(
                        "Namespace/null/tenant-acme",
                        "RoleBinding/tenant-acme/precinct-tenant",
                        "ServiceAccount/tenant-acme/runtime",
                        "ResourceQuota/tenant-acme/tenant",
                        "LimitRange/tenant-acme/tenant",
                        "NetworkPolicy/tenant-acme/default-deny",
                        "NetworkPolicy/tenant-acme/openings",
                        "ConfigMap/tenant-acme/permissions",
                        "Secret/tenant-acme/database",
                        "Secret/tenant-acme/redis",
                        "Secret/tenant-acme/cmx",
                        "Secret/tenant-acme/notifications",
                        "Secret/tenant-acme/assertion-keys",
                        "Secret/tenant-acme/user-passwords",
                        "Deployment/tenant-acme/runtime",
                        "Service/tenant-acme/runtime",
                        "Secret/precinct-system/acme-cmx",
                        "Secret/precinct-system/ben-password",
                        "Secret/precinct-system/assertion-signing-key");
        assertThat(rig.cluster.secret("tenant-acme", "cmx").getData()).containsOnlyKeys("username", "password");
        assertThat(text("user-passwords", "ben")).isEqualTo("bens-own");
        rig.pass();
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.READY);
    }

    @Test
    void everyConditionIsThereFromTheFirstPassOnWithAReason() {
        rig.with(TenantFixtures.full());

        rig.pass();

        assertThat(rig.tenant().getStatus().conditions())
                .hasSize(12)
                .allSatisfy(condition -> assertThat(condition.getReason()).isNotEmpty())
                .allSatisfy(condition ->
                        assertThat(condition.getObservedGeneration()).isEqualTo(1L));
    }

    @Test
    void aSettledTenantIsLeftAlone() {
        rig.ready(TenantFixtures.smallest());
        rig.cluster.dieAtWrite(1);
        int databases = rig.databases.changes();
        int caches = rig.caches.changes();

        rig.pass();
        rig.pass();

        assertThat(rig.databases.changes()).isEqualTo(databases);
        assertThat(rig.caches.changes()).isEqualTo(caches);
    }

    /** Tried at every write that a first provisioning has. */
    @Test
    void anOperatorThatDiesAtAnyWriteIsFollowedByOneThatFinishes() {
        for (int write = 1; write < 60; write++) {
            var rig = new PassRig().with(TenantFixtures.smallest());
            rig.cluster.dieAtWrite(write);
            try {
                rig.settle();
            } catch (TestingClusterObjects.Death e) {
                assertThat(e).isNotNull();
            }
            rig.cluster.live();

            rig.settle();
            rig.settle();

            var password = rig.cluster
                    .readSecret("tenant-acme", "database")
                    .find("password")
                    .orElseThrow();
            assertThat(rig.databases.isSound(DATABASE, password))
                    .as("died at write %d", write)
                    .isTrue();
            assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.READY);
        }
    }

    @Test
    void anOperatorThatDiesAtAnyWriteOfADeletionIsFollowedByOneThatFinishes() {
        for (int write = 1; write < 12; write++) {
            var rig = new PassRig().with(deleting());
            rig.settle();
            rig.delete();
            rig.cluster.dieAtWrite(write);
            try {
                rig.settle();
            } catch (TestingClusterObjects.Death e) {
                assertThat(e).isNotNull();
            }
            rig.cluster.live();

            rig.settle();

            assertThat(rig.cluster.findTenant("acme"))
                    .as("died at write %d", write)
                    .isEmpty();
            assertThat(rig.databases.exists(DATABASE)).isFalse();
            assertThat(rig.caches.exists(NAMES.id())).isFalse();
            assertThat(rig.cluster.keys()).containsExactly("Secret/precinct-system/assertion-signing-key");
        }
    }

    @Test
    void generatedPasswordsSurviveEveryPassAndEveryEdit() {
        rig.ready(TenantFixtures.full());
        String ana = text("user-passwords", "ana");
        String database = text("database", "password");

        rig.edit(TenantFixtures.withUsers(
                TenantFixtures.full(),
                List.of(
                        new UserSpec("zoe", "staff", null, null, null, null),
                        new UserSpec("ana", "staff", null, null, null, null))));
        rig.settle();

        assertThat(text("user-passwords", "ana")).isEqualTo(ana);
        assertThat(text("user-passwords", "zoe")).isNotEqualTo(ana);
        assertThat(text("database", "password")).isEqualTo(database);
        assertThat(rig.cluster.secret("tenant-acme", "user-passwords").getData())
                .containsOnlyKeys("admin", "ana", "zoe");
    }

    @Test
    void aBadEditLeavesTheLastValidSpecRunningAndHealed() {
        rig.ready(TenantFixtures.full());
        rig.problems = List.of(new SpecProblem("spec.permissions.users[0].role", "no role is called x"));
        rig.edit(TenantFixtures.smallest());
        rig.cluster.remove(rig.cluster.secret("tenant-acme", "redis"));

        rig.settle();

        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.INVALID);
        var valid = condition(ConditionTypes.SPEC_VALID);
        assertThat(valid.getStatus()).isEqualTo("False");
        assertThat(valid.getMessage()).contains("spec.permissions.users[0].role: no role is called x");
        assertThat(condition(ConditionTypes.READY).getStatus()).isEqualTo("True");
        assertThat(rig.cluster.keys()).contains("Secret/tenant-acme/redis");
        assertThat(text("user-passwords", "ana")).isNotEmpty();
        assertThat(rig.caches.isSound(new CacheUser(NAMES.id(), text("redis", "password"))))
                .isTrue();
    }

    @Test
    void aTenantThatNeverWasValidGetsNothing() {
        rig.problems = List.of(new SpecProblem("spec.displayName", "must not be blank"));
        rig.with(TenantFixtures.smallest());

        rig.settle();

        assertThat(rig.cluster.keys()).containsExactly("Secret/precinct-system/assertion-signing-key");
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.INVALID);
    }

    @Test
    void aNamespaceThatIsNotOursIsLeftAlone() {
        rig.cluster.put(new NamespaceBuilder()
                .withNewMetadata()
                .withName("tenant-acme")
                .endMetadata()
                .build());
        rig.with(deleting());

        rig.settle();

        assertThat(condition(ConditionTypes.NAMESPACE_READY).getReason()).isEqualTo("NamespaceNotOurs");
        assertThat(rig.databases.changes()).isZero();
        rig.delete();
        rig.settle();
        assertThat(rig.cluster.keys()).contains("Namespace/null/tenant-acme");
        assertThat(rig.cluster.findTenant("acme")).isEmpty();
    }

    @Test
    void withPostgresAwayTheRestIsMadeAndTheRuntimeWaits() {
        rig.databases.goDown();
        rig.with(TenantFixtures.smallest());

        var outcome = rig.settle();

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(condition(ConditionTypes.DATABASE_READY).getReason()).isEqualTo("DatabaseUnreachable");
        assertThat(condition(ConditionTypes.REDIS_READY).getStatus()).isEqualTo("True");
        assertThat(rig.cluster.keys()).doesNotContain("Deployment/tenant-acme/runtime");

        rig.databases.comeBack();
        rig.settle();
        rig.pass();
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.READY);
    }

    @Test
    void aRunningRuntimeIsHealedWhilePostgresIsAway() {
        rig.ready(TenantFixtures.smallest());
        rig.databases.goDown();
        rig.caches.forgetUsers();
        rig.cluster.remove(rig.cluster
                .find(dev.precinct.operator.tenant.resources.RuntimeResources.service(NAMES))
                .orElseThrow());

        rig.pass();

        assertThat(rig.cluster.keys()).contains("Service/tenant-acme/runtime");
        assertThat(rig.caches.exists(NAMES.id())).isTrue();
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.DEGRADED);
    }

    @Test
    void anUnknownServerIsSaidAndWaitedForWithoutTrying() {
        rig.with(TenantFixtures.withDatabase(TenantFixtures.smallest(), new DatabaseSpec("nowhere", null)));

        var outcome = rig.settle();

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(condition(ConditionTypes.DATABASE_READY).getReason()).isEqualTo("DatabaseServerUnknown");
    }

    @Test
    void aSuspendedTenantHasNoReplicasAndKeepsTheRest() {
        rig.ready(TenantFixtures.smallest());

        rig.edit(TenantFixtures.suspended(TenantFixtures.smallest()));
        rig.settle();
        rig.pass();

        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.SUSPENDED);
        assertThat(condition(ConditionTypes.RUNTIME_READY).getReason()).isEqualTo("Suspended");
        assertThat(rig.databases.exists(DATABASE)).isTrue();
    }

    /** The runtime that is ready is the one before the edit until the new one is. */
    @Test
    void anEditIsNotReadyBeforeItsRuntimeIs() {
        rig.ready(TenantFixtures.full());
        rig.cluster.nodeGoesDown();
        rig.edit(TenantFixtures.withoutCmx(TenantFixtures.full()));

        rig.settle();
        rig.pass();

        assertThat(condition(ConditionTypes.RUNTIME_READY).getReason()).isEqualTo("RuntimeRolling");
        var ready = condition(ConditionTypes.READY);
        assertThat(ready.getStatus()).isEqualTo("False");
        assertThat(ready.getReason()).isEqualTo("RuntimeRolling");
        assertThat(ready.getObservedGeneration()).isEqualTo(2L);
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.PROVISIONING);

        rig.cluster.nodeComesBack();
        rig.pass();

        assertThat(condition(ConditionTypes.READY).getStatus()).isEqualTo("True");
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.READY);
    }

    @Test
    void aServerThatGoesAwayDuringARollDegrades() {
        rig.ready(TenantFixtures.full());
        rig.cluster.nodeGoesDown();
        rig.edit(TenantFixtures.withoutCmx(TenantFixtures.full()));
        rig.settle();
        rig.caches.goDown();

        rig.pass();

        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.DEGRADED);
    }

    @Test
    void aMissingSecretAndAMissingKeyAreNamed() {
        rig.with(TenantFixtures.full());
        rig.give("ben-password", Map.of("password", "bens-own"));
        rig.settle();
        assertThat(condition(ConditionTypes.CREDENTIALS_READY).getReason()).isEqualTo("SecretMissing");
        assertThat(condition(ConditionTypes.CREDENTIALS_READY).getMessage()).contains("acme-cmx");

        rig.give("acme-cmx", Map.of("username", "u"));
        rig.settle();
        assertThat(condition(ConditionTypes.CREDENTIALS_READY).getReason()).isEqualTo("SecretKeyMissing");
        assertThat(condition(ConditionTypes.CREDENTIALS_READY).getMessage()).contains("acme-cmx has no key password");
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.DEGRADED);

        rig.give("acme-cmx", Map.of("username", "u", "password", "p"));
        rig.settle();
        assertThat(condition(ConditionTypes.CREDENTIALS_READY).getReason()).isEqualTo("CredentialsCopied");
        assertThat(text("cmx", "password")).isEqualTo("p");
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.READY);
    }

    @Test
    void theLastGoodCopyStaysWhileTheOriginalIsAwayAndGoesWithTheCmx() {
        rig.ready(TenantFixtures.full());
        rig.cluster.remove(rig.cluster.secret("precinct-system", "acme-cmx"));
        rig.settle();
        assertThat(text("cmx", "password")).isEqualTo("p");

        rig.edit(TenantFixtures.withoutCmx(TenantFixtures.full()));
        rig.settle();

        assertThat(rig.cluster.keys()).doesNotContain("Secret/tenant-acme/cmx");
    }

    @Test
    void aUserWhoBringsAPasswordGetsNoneOfOursWhileItIsMissing() {
        rig.with(TenantFixtures.full());

        rig.settle();

        assertThat(rig.cluster.secret("tenant-acme", "user-passwords").getData())
                .containsOnlyKeys("admin", "ana");
    }

    @Test
    void withRetainTheDataStaysAndTheOwnerIsTold() {
        rig.ready(TenantFixtures.smallest());
        rig.delete();

        rig.settle();

        assertThat(rig.databases.exists(DATABASE)).isTrue();
        assertThat(rig.caches.exists(NAMES.id())).isTrue();
        assertThat(rig.cluster.findTenant("acme")).isEmpty();
        assertThat(rig.told(TenantReason.DATA_RETAINED))
                .singleElement()
                .asString()
                .contains(NAMES.login(), "t:" + NAMES.id());
    }

    @Test
    void aDeletionWaitsForPostgresAndCanBeForced() {
        rig.ready(deleting());
        rig.databases.goDown();
        rig.delete();

        assertThat(rig.settle()).isInstanceOf(StepOutcome.Failed.class);
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.DELETING);
        assertThat(condition(ConditionTypes.DATABASE_READY).getReason()).isEqualTo("DatabaseUnreachable");
        assertThat(condition(ConditionTypes.READY).getMessage()).contains("precinct.dev/force-delete");

        var tenant = rig.tenant();
        tenant.getMetadata().setAnnotations(Map.of(TenantNames.FORCE_DELETE, "true"));
        rig.cluster.put(tenant);
        rig.settle();

        assertThat(rig.cluster.findTenant("acme")).isEmpty();
        assertThat(rig.told(TenantReason.DATA_LEFT_BEHIND))
                .singleElement()
                .asString()
                .contains("database and role " + NAMES.login());
        assertThat(rig.caches.exists(NAMES.id())).isFalse();
    }

    @Test
    void aTenantIsHeldBeforeAnythingIsMadeForIt() {
        var tenant = TenantFixtures.tenant(TenantFixtures.smallest());
        tenant.getMetadata().setFinalizers(new java.util.ArrayList<>());
        rig.cluster.put(tenant);
        rig.cluster.dieAtWrite(2);

        assertThatThrownBy(rig::pass).isInstanceOf(TestingClusterObjects.Death.class);

        assertThat(rig.tenant().hasFinalizer("precinct.dev/tenant")).isTrue();
    }

    @Test
    void aTenantThatIsGoneIsNobodysBusiness() {
        assertThat(rig.pass()).isEmpty();
    }

    @Test
    void aPasswordThatWasChangedByHandIsTheTruth() {
        rig.ready(TenantFixtures.smallest());
        var secret = rig.cluster.secret("tenant-acme", "database");
        rig.cluster.put(new SecretBuilder(secret)
                .addToData("password", SecretContent.encoded("rotated"))
                .build());

        rig.settle();

        assertThat(rig.databases.isSound(DATABASE, "rotated")).isTrue();
    }

    private Condition condition(String type) {
        return TestTenants.condition(rig.tenant(), type).orElseThrow();
    }

    private String text(String secret, String key) {
        return rig.cluster.readSecret("tenant-acme", secret).find(key).orElseThrow();
    }

    private static TenantSpec deleting() {
        return TenantFixtures.withDatabase(TenantFixtures.smallest(), new DatabaseSpec(null, OnDelete.DELETE));
    }
}
