package dev.precinct.operator.tenant.status;

import dev.precinct.operator.failure.TenantReason;

/** What a pass found out about one condition. */
record Finding(String type, State state, TenantReason reason, String message) {
    /** Status of a condition. */
    enum State {
        TRUE("True"),
        FALSE("False"),
        UNKNOWN("Unknown");

        private final String wire;

        State(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    static Finding good(String type, TenantReason reason, String message) {
        return new Finding(type, State.TRUE, reason, message);
    }

    static Finding bad(String type, TenantReason reason, String message) {
        return new Finding(type, State.FALSE, reason, message);
    }

    static Finding unknown(String type, TenantReason reason, String message) {
        return new Finding(type, State.UNKNOWN, reason, message);
    }

    boolean isTrue() {
        return state == State.TRUE;
    }

    boolean isFalse() {
        return state == State.FALSE;
    }
}
