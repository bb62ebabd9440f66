package dev.precinct.operator.tenant.model;

import dev.precinct.crd.tenant.v1alpha1.AdministratorSpec;
import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.crd.tenant.v1alpha1.DatabaseSpec;
import dev.precinct.crd.tenant.v1alpha1.NotificationMode;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.PermissionsSpec;
import dev.precinct.crd.tenant.v1alpha1.RedisSpec;
import dev.precinct.crd.tenant.v1alpha1.RunMode;
import dev.precinct.crd.tenant.v1alpha1.ScalingSpec;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A spec with its defaults filled in: the one place that knows what an absent field means. */
public record EffectiveSpec(TenantSpec spec) {
    private static final String DEFAULT_SERVER = "default";

    public String displayName() {
        return spec.displayName();
    }

    public String timeZone() {
        return or(spec.timeZone(), "UTC");
    }

    public boolean suspended() {
        return spec.runMode() == RunMode.SUSPENDED;
    }

    /** Whether the runtime goes while nobody uses the tenant. */
    public boolean sleeps() {
        ScalingSpec scaling = spec.scaling();
        return scaling != null && scaling.min() != null && scaling.min() == 0;
    }

    /** So long without use, and it sleeps. */
    public Duration idleAfter() {
        ScalingSpec scaling = spec.scaling();
        return SpecDuration.parsed(scaling == null ? null : scaling.idleAfter(), "10m");
    }

    public String databaseServer() {
        DatabaseSpec database = spec.database();
        return database == null ? DEFAULT_SERVER : or(database.server(), DEFAULT_SERVER);
    }

    public OnDelete onDelete() {
        DatabaseSpec database = spec.database();
        return database == null ? OnDelete.RETAIN : or(database.onDelete(), OnDelete.RETAIN);
    }

    public Duration liveTtl() {
        RedisSpec redis = spec.redis();
        return SpecDuration.parsed(redis == null ? null : redis.liveTtl(), "20m");
    }

    public Duration historyTtl() {
        RedisSpec redis = spec.redis();
        return SpecDuration.parsed(redis == null ? null : redis.historyTtl(), "48h");
    }

    public Optional<CmxSpec> cmx() {
        return Optional.ofNullable(spec.cmx());
    }

    public PermissionsSpec permissions() {
        return spec.permissions();
    }

    /** Every user of the seed who needs a password, the administrator among them. */
    public List<SeedUser> seedUsers() {
        var users = new ArrayList<SeedUser>();
        AdministratorSpec administrator = spec.permissions().administrator();
        users.add(new SeedUser(administrator.name(), administrator.passwordSecret()));
        for (var user : or(spec.permissions().users(), List.<dev.precinct.crd.tenant.v1alpha1.UserSpec>of())) {
            users.add(new SeedUser(user.name(), user.passwordSecret()));
        }
        return List.copyOf(users);
    }

    /** How often the runtime asks this CMX. */
    public static Duration pollingInterval(CmxSpec cmx) {
        return SpecDuration.parsed(cmx.polling() == null ? null : cmx.polling().interval(), "10s");
    }

    /** Whether the runtime subscribes to pushes of this CMX. */
    public static NotificationMode notifications(CmxSpec cmx) {
        return or(cmx.notifications(), NotificationMode.ENABLED);
    }

    private static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    /** @param passwordSecret Secret in the operator's namespace with the key {@code password}; null: a password is generated */
    public record SeedUser(String name, @Nullable String passwordSecret) {}
}
