package dev.precinct.operator.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TenantReasonTest {
    /** Owners script against these words: one may be added, none may change. */
    private static final String WORDS = """
            Pending Provisioned AllReady UpToDate NoActionNeeded NotPaused Paused PauseValueInvalid
            DeletionPaused InternalError SpecAccepted SpecInvalid NamespaceNotOurs NamespaceEnding
            WaitingForNamespace KubernetesUnreachable KubernetesRefused DatabaseUnreachable DatabaseRefused
            DatabaseServerUnknown DatabaseUntrusted RedisUnreachable RedisRefused RedisUntrusted
            CredentialsCopied CredentialsNotNeeded SecretMissing SecretKeyMissing RuntimeAvailable
            RuntimeStarting RuntimeUnavailable RuntimeRolling RuntimeStalled RuntimeSilent WaitingForBackends
            Suspended Asleep FellAsleep Waking Woke PermissionsApplied PermissionsWaiting PermissionsRefused
            SegmentsUnresolved ChangesKept CmxAnswers CmxCredentialsRefused CmxUnreachable CmxBadAnswer
            CmxNotTried CmxNotConfigured CmxSubscriptionLeft Draining Deleting DataRetained DataDeleted
            DataLeftBehind
            """;

    @Test
    void theseAreTheWords() {
        assertThat(Arrays.stream(TenantReason.values()).map(TenantReason::wire))
                .containsExactlyInAnyOrder(WORDS.trim().split("\\s+"));
    }
}
