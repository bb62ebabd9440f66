package dev.precinct.gateway.observability;

import dev.precinct.gateway.principals.FeedState;
import dev.precinct.gateway.tenants.Tenants;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the gateway can serve. Redis away later does not make it unready: programs with a password are served from the last known
 * users, and all gateways would leave at once.
 */
public final class GatewayHealth {
    private final Tenants tenants;
    private final FeedState principals;

    public GatewayHealth(Tenants tenants, FeedState principals) {
        this.tenants = tenants;
        this.principals = principals;
    }

    public boolean isReady() {
        return tenants.synced() && principals.caughtUpOnce();
    }

    /** Each part by name. */
    public Map<String, Object> report() {
        var report = new LinkedHashMap<String, Object>();
        report.put("status", isReady() ? "UP" : "DOWN");
        report.put("tenants", tenants.synced() ? "synced" : "never read");
        report.put("principals", principals.caughtUpOnce() ? "read" : "never read");
        report.put("redis", principals.connected() ? "connected" : "away: users are the last known, sessions fail");
        return report;
    }
}
