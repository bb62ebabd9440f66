package dev.precinct.operator.tenant.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import org.junit.jupiter.api.Test;

/** The states that a Deployment of one replica goes through, as the controller of a cluster writes them. */
class RolloutTest {
    private static final Deployment SETTLED = new DeploymentBuilder()
            .withNewMetadata()
            .withName("runtime")
            .withGeneration(2L)
            .endMetadata()
            .withNewSpec()
            .withReplicas(1)
            .endSpec()
            .withNewStatus()
            .withObservedGeneration(2L)
            .withReplicas(1)
            .withUpdatedReplicas(1)
            .withReadyReplicas(1)
            .withAvailableReplicas(1)
            .endStatus()
            .build();

    @Test
    void aDeploymentThatHasWhatItAskedForIsComplete() {
        assertThat(Rollout.of(SETTLED)).isEqualTo(Rollout.COMPLETE);
    }

    @Test
    void aDeploymentWithoutAReadyReplicaIsDown() {
        assertThat(Rollout.of(null)).isEqualTo(Rollout.DOWN);
        assertThat(Rollout.of(edit().withStatus(null).build())).isEqualTo(Rollout.DOWN);
        assertThat(Rollout.of(edit().editStatus()
                        .withReadyReplicas(null)
                        .withAvailableReplicas(null)
                        .endStatus()
                        .build()))
                .isEqualTo(Rollout.DOWN);
    }

    @Test
    void aStatusOfTheGenerationBeforeSaysNothingOfThisOne() {
        var edited = edit().editMetadata().withGeneration(3L).endMetadata().build();

        assertThat(Rollout.of(edited)).isEqualTo(Rollout.ROLLING);
    }

    @Test
    void aClusterThatMakesNoPodSaysWhyWithoutThePodsMadeUpName() {
        var refused = edit().editStatus()
                .withUpdatedReplicas(null)
                .addNewCondition()
                .withType("ReplicaFailure")
                .withStatus("True")
                .withReason("FailedCreate")
                .withMessage("pods \"runtime-5f-x2x1z\" is forbidden: exceeded quota: tight, limited: pods=1")
                .endCondition()
                .endStatus()
                .build();

        assertThat(Rollout.refusal(refused)).hasValue("forbidden: exceeded quota: tight, limited: pods=1");
        assertThat(Rollout.isGivenUp(refused)).isTrue();
        assertThat(Rollout.refusal(SETTLED)).isEmpty();
        assertThat(Rollout.refusal(null)).isEmpty();
    }

    @Test
    void theOldReplicaAloneIsNotWhatWasAskedFor() {
        var old = edit().editStatus().withUpdatedReplicas(null).endStatus().build();

        assertThat(Rollout.of(old)).isEqualTo(Rollout.ROLLING);
    }

    @Test
    void anOldReplicaBesideTheNewOneIsStillARoll() {
        var both = edit().editStatus().withReplicas(2).endStatus().build();
        var bothReady = edit(both)
                .editStatus()
                .withReadyReplicas(2)
                .withAvailableReplicas(2)
                .endStatus()
                .build();

        assertThat(Rollout.of(both)).isEqualTo(Rollout.ROLLING);
        assertThat(Rollout.of(bothReady)).isEqualTo(Rollout.ROLLING);
    }

    @Test
    void aRollThatTheClusterGaveUpIsStalledUntilTheNextEdit() {
        var stalled = edit().editStatus()
                .withReplicas(2)
                .addNewCondition()
                .withType("Progressing")
                .withStatus("False")
                .withReason("ProgressDeadlineExceeded")
                .endCondition()
                .endStatus()
                .build();

        assertThat(Rollout.of(stalled)).isEqualTo(Rollout.STALLED);
        assertThat(Rollout.of(edit(stalled)
                        .editMetadata()
                        .withGeneration(3L)
                        .endMetadata()
                        .build()))
                .isEqualTo(Rollout.ROLLING);
    }

    @Test
    void aFirstStartThatTheClusterGaveUpIsGivenUpThoughNothingServes() {
        var never = edit().editStatus()
                .withReadyReplicas(null)
                .withAvailableReplicas(null)
                .addNewCondition()
                .withType("Progressing")
                .withStatus("False")
                .withReason("ProgressDeadlineExceeded")
                .endCondition()
                .endStatus()
                .build();

        assertThat(Rollout.of(never)).isEqualTo(Rollout.DOWN);
        assertThat(Rollout.isGivenUp(never)).isTrue();
        assertThat(Rollout.isGivenUp(SETTLED)).isFalse();
        assertThat(Rollout.isGivenUp(null)).isFalse();
    }

    private static DeploymentBuilder edit() {
        return edit(SETTLED);
    }

    private static DeploymentBuilder edit(Deployment deployment) {
        return new DeploymentBuilder(deployment);
    }
}
