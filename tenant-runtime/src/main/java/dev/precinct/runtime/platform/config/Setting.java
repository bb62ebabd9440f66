package dev.precinct.runtime.platform.config;

/** Every environment variable that the runtime reads. */
public enum Setting {
    PRECINCT_TENANT_ID(Kind.VALUE, Need.ALWAYS),
    PRECINCT_TENANT_NAME(Kind.VALUE, Need.ALWAYS),
    PRECINCT_TENANT_DISPLAY_NAME(Kind.VALUE, Need.ALWAYS),
    PRECINCT_TIME_ZONE(Kind.VALUE, Need.ALWAYS),
    PRECINCT_HTTP_PORT(Kind.VALUE, Need.ALWAYS),
    PRECINCT_HEALTH_PORT(Kind.VALUE, Need.ALWAYS),
    PRECINCT_DATABASE_URL(Kind.VALUE, Need.ALWAYS),
    PRECINCT_DATABASE_CREDENTIALS(Kind.FOLDER, Need.ALWAYS),
    PRECINCT_REDIS_URL(Kind.VALUE, Need.ALWAYS),
    PRECINCT_REDIS_CREDENTIALS(Kind.FOLDER, Need.ALWAYS),
    PRECINCT_REDIS_LIVE_TTL(Kind.VALUE, Need.ALWAYS),
    PRECINCT_REDIS_HISTORY_TTL(Kind.VALUE, Need.ALWAYS),
    PRECINCT_SEED_FILE(Kind.FILE, Need.ALWAYS),
    PRECINCT_PASSWORDS(Kind.FOLDER, Need.ALWAYS),
    PRECINCT_ASSERTION_KEYS(Kind.FILE, Need.ALWAYS),
    PRECINCT_CMX_URL(Kind.VALUE, Need.CMX),
    PRECINCT_CMX_CREDENTIALS(Kind.FOLDER, Need.CMX),
    PRECINCT_CMX_POLLING_INTERVAL(Kind.VALUE, Need.CMX),
    PRECINCT_CMX_NOTIFICATIONS(Kind.VALUE, Need.CMX),
    PRECINCT_CMX_NOTIFICATIONS_URL(Kind.VALUE, Need.NOTIFICATIONS),
    PRECINCT_CMX_NOTIFICATIONS_SECRET(Kind.FILE, Need.NOTIFICATIONS);

    private final Kind kind;
    private final Need need;

    Setting(Kind kind, Need need) {
        this.kind = kind;
        this.need = need;
    }

    public Kind kind() {
        return kind;
    }

    public Need need() {
        return need;
    }

    /** What a variable holds. */
    public enum Kind {
        VALUE,
        FILE,
        FOLDER
    }

    /** When a variable must be there. */
    public enum Need {
        ALWAYS,
        /** For a tenant with CMX, which is one whose {@link #PRECINCT_CMX_URL} is set. */
        CMX,
        /** For a tenant with CMX whose {@link #PRECINCT_CMX_NOTIFICATIONS} is {@code Enabled}. */
        NOTIFICATIONS
    }
}
