package dev.precinct.operator.tenant.resources;

import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.crd.tenant.v1alpha1.NotificationMode;
import dev.precinct.operator.config.RuntimeSettings;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.network.ServerAddress;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import java.util.Map;
import java.util.TreeMap;

/** The settings of one runtime. Secrets are never among them: only the folders that they are mounted in. */
public final class RuntimeEnvironment {
    /** Everything that a runtime reads lies below. */
    static final String MOUNTS = "/etc/precinct/";

    private RuntimeEnvironment() {}

    public static Map<String, String> of(
            TenantNames names, EffectiveSpec spec, RuntimeSettings settings, ServerAddress database) {
        var environment = new TreeMap<String, String>();
        environment.put("PRECINCT_TENANT_ID", names.id().value());
        environment.put("PRECINCT_TENANT_NAME", names.name());
        environment.put("PRECINCT_TENANT_DISPLAY_NAME", spec.displayName());
        environment.put("PRECINCT_TIME_ZONE", spec.timeZone());
        environment.put("PRECINCT_HTTP_PORT", String.valueOf(RuntimeResources.HTTP_PORT));
        environment.put("PRECINCT_HEALTH_PORT", String.valueOf(RuntimeResources.HEALTH_PORT));
        environment.put(
                "PRECINCT_DATABASE_URL",
                "jdbc:postgresql://%s:%d/%s%s"
                        .formatted(database.host(), database.port(), names.login(), checked(database)));
        environment.put("PRECINCT_DATABASE_CREDENTIALS", MOUNTS + TenantNames.DATABASE);
        environment.put("PRECINCT_REDIS_URL", settings.redisUrl().toString());
        environment.put("PRECINCT_REDIS_CREDENTIALS", MOUNTS + TenantNames.REDIS);
        environment.put("PRECINCT_REDIS_LIVE_TTL", spec.liveTtl().toString());
        environment.put("PRECINCT_REDIS_HISTORY_TTL", spec.historyTtl().toString());
        environment.put("PRECINCT_SEED_FILE", MOUNTS + TenantNames.PERMISSIONS + "/" + PermissionResources.FILE);
        environment.put("PRECINCT_PASSWORDS", MOUNTS + TenantNames.USER_PASSWORDS);
        environment.put("PRECINCT_ASSERTION_KEYS", MOUNTS + TenantNames.ASSERTION_KEYS + "/jwks.json");
        spec.cmx().ifPresent(cmx -> environment.putAll(cmx(names, cmx, settings)));
        if (!settings.javaOptions().isBlank()) {
            environment.put("JAVA_TOOL_OPTIONS", settings.javaOptions());
        }
        return environment;
    }

    /** A runtime that lacks {@code ca.crt} must not go on without checking, so the address says it too. */
    private static String checked(ServerAddress database) {
        return database.authority().isPresent() ? "?sslmode=verify-full" : "";
    }

    private static Map<String, String> cmx(TenantNames names, CmxSpec cmx, RuntimeSettings settings) {
        var environment = new TreeMap<String, String>();
        environment.put("PRECINCT_CMX_URL", cmx.url());
        environment.put("PRECINCT_CMX_CREDENTIALS", MOUNTS + TenantNames.CMX);
        environment.put(
                "PRECINCT_CMX_POLLING_INTERVAL",
                EffectiveSpec.pollingInterval(cmx).toString());
        switch (EffectiveSpec.notifications(cmx)) {
            case NotificationMode.DISABLED -> environment.put("PRECINCT_CMX_NOTIFICATIONS", "Disabled");
            case NotificationMode.ENABLED -> {
                environment.put("PRECINCT_CMX_NOTIFICATIONS", "Enabled");
                environment.put("PRECINCT_CMX_NOTIFICATIONS_URL", settings.notificationsUrlOf(names.name()));
                environment.put("PRECINCT_CMX_NOTIFICATIONS_SECRET", MOUNTS + TenantNames.NOTIFICATIONS + "/secret");
            }
        }
        return environment;
    }
}
