package dev.precinct.operator.failure;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a condition is as it is, or what an event tells. A closed list: owners script against the words, and a test fixes each. */
public enum TenantReason {
    PENDING,
    PROVISIONED,
    ALL_READY,
    UP_TO_DATE,
    NO_ACTION_NEEDED,
    NOT_PAUSED,
    PAUSED,
    PAUSE_VALUE_INVALID,
    DELETION_PAUSED,
    INTERNAL_ERROR,

    SPEC_ACCEPTED,
    SPEC_INVALID,

    NAMESPACE_NOT_OURS,
    NAMESPACE_ENDING,
    WAITING_FOR_NAMESPACE,
    KUBERNETES_UNREACHABLE,
    KUBERNETES_REFUSED,

    DATABASE_UNREACHABLE,
    DATABASE_REFUSED,
    DATABASE_SERVER_UNKNOWN,
    DATABASE_UNTRUSTED,
    REDIS_UNREACHABLE,
    REDIS_REFUSED,
    REDIS_UNTRUSTED,

    CREDENTIALS_COPIED,
    CREDENTIALS_NOT_NEEDED,
    SECRET_MISSING,
    SECRET_KEY_MISSING,

    RUNTIME_AVAILABLE,
    RUNTIME_STARTING,
    RUNTIME_UNAVAILABLE,
    RUNTIME_ROLLING,
    RUNTIME_STALLED,
    RUNTIME_SILENT,
    WAITING_FOR_BACKENDS,
    SUSPENDED,
    ASLEEP,
    FELL_ASLEEP,
    WAKING,
    WOKE,

    PERMISSIONS_APPLIED,
    PERMISSIONS_WAITING,
    PERMISSIONS_REFUSED,
    SEGMENTS_UNRESOLVED,
    CHANGES_KEPT,

    CMX_ANSWERS,
    CMX_CREDENTIALS_REFUSED,
    CMX_UNREACHABLE,
    CMX_BAD_ANSWER,
    CMX_NOT_TRIED,
    CMX_NOT_CONFIGURED,
    CMX_SUBSCRIPTION_LEFT,

    DRAINING,
    DELETING,
    DATA_RETAINED,
    DATA_DELETED,
    DATA_LEFT_BEHIND;

    /** As it stands in conditions and events, for example {@code SpecInvalid}. */
    public String wire() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** The reason with this word; {@link #PENDING} for a word of another version. */
    public static TenantReason ofWire(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire().equals(word))
                .findFirst()
                .orElse(PENDING);
    }
}
