package dev.precinct.gateway.principals;

/** How the feed of replicas does, for health and metrics. */
public final class FeedState {
    private volatile boolean connected;
    private volatile boolean caughtUpOnce;

    /** @param complete whether the list of tenants that were read was itself known to be whole */
    public void reached(boolean complete) {
        connected = true;
        if (complete) {
            caughtUpOnce = true;
        }
    }

    public void lost() {
        connected = false;
    }

    /** Whether the source answers now; when not, replicas are the last known. */
    public boolean connected() {
        return connected;
    }

    /** Whether every known tenant was read at least once since the start. */
    public boolean caughtUpOnce() {
        return caughtUpOnce;
    }
}
