package dev.precinct.operator.testing;

import dev.precinct.crd.tenant.v1alpha1.AdministratorSpec;
import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.crd.tenant.v1alpha1.DatabaseSpec;
import dev.precinct.crd.tenant.v1alpha1.DisclosureSpec;
import dev.precinct.crd.tenant.v1alpha1.GroupSpec;
import dev.precinct.crd.tenant.v1alpha1.NotificationMode;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.PermissionsSpec;
import dev.precinct.crd.tenant.v1alpha1.RedisSpec;
import dev.precinct.crd.tenant.v1alpha1.RoleSpec;
import dev.precinct.crd.tenant.v1alpha1.RunMode;
import dev.precinct.crd.tenant.v1alpha1.ScalingSpec;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.operator.config.RuntimeSettings;
import dev.precinct.operator.network.AllowedHost;
import dev.precinct.operator.network.Cidr;
import dev.precinct.operator.network.CmxReach;
import dev.precinct.operator.network.PlatformServices;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tenants to test with. */
public final class TenantFixtures {
    public static final String UID = "0b8f43a2-5c1d-4d8a-9f60-2f2d7b1f9a11";
    public static final String PLATFORM = "precinct-system";
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    public static final RuntimeSettings SETTINGS = new RuntimeSettings(
            "precinct/tenant-runtime:test",
            "-Xmx256m",
            URI.create("http://localhost:8080"),
            null,
            URI.create("redis://redis:6379"),
            Path.of("/etc/precinct/redis"));

    /** Pods and Services of the cluster that tests are in. */
    public static final CmxReach CMX = new CmxReach(
            List.of(Cidr.parse("10.42.0.0/16"), Cidr.parse("10.96.0.0/12")),
            List.of(AllowedHost.parse("simulator.precinct-system.svc:8083")));

    public static final PlatformServices SERVICES =
            PlatformServices.parse(PLATFORM, List.of("simulator.precinct-system.svc=app.kubernetes.io/name=simulator"));

    private TenantFixtures() {}

    public static TenantSpec smallest() {
        return new TenantSpec("Acme", null, null, null, null, permissions(List.of()), null, null, null);
    }

    public static TenantSpec full() {
        var cmx = new CmxSpec("https://cmx.acme.example:8443", "acme-cmx", null, null, null);
        return new TenantSpec(
                "Acme Malls",
                "America/Bogota",
                RunMode.RUNNING,
                null,
                cmx,
                permissions(List.of(
                        new UserSpec("ana", "staff", null, List.of("Mall>North>Level 1"), "Pseudonymous", null),
                        new UserSpec("ben", null, List.of("north"), null, null, "ben-password"))),
                new RedisSpec("5m", "1h30m"),
                new DatabaseSpec("default", OnDelete.DELETE),
                null);
    }

    public static PermissionsSpec permissions(List<UserSpec> users) {
        return new PermissionsSpec(
                List.of(new RoleSpec("staff", List.of("clients:read", "maps:read"))),
                List.of(new DisclosureSpec("no-network", List.of("ssId", "ipAddress"), List.of("macAddress"))),
                List.of(new GroupSpec("north", "staff", List.of("Mall>North"), "no-network")),
                users,
                new AdministratorSpec("admin", null));
    }

    public static TenantSpec suspended(TenantSpec spec) {
        return new TenantSpec(
                spec.displayName(),
                spec.timeZone(),
                RunMode.SUSPENDED,
                spec.scaling(),
                spec.cmx(),
                spec.permissions(),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    /** Asleep after a minute without use. */
    public static TenantSpec sleeping(TenantSpec spec) {
        return scaled(spec, new ScalingSpec(0, "1m"));
    }

    public static TenantSpec scaled(TenantSpec spec, @Nullable ScalingSpec scaling) {
        return new TenantSpec(
                spec.displayName(),
                spec.timeZone(),
                spec.runMode(),
                scaling,
                spec.cmx(),
                spec.permissions(),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    public static TenantSpec withDatabase(TenantSpec spec, DatabaseSpec database) {
        return new TenantSpec(
                spec.displayName(),
                spec.timeZone(),
                spec.runMode(),
                spec.scaling(),
                spec.cmx(),
                spec.permissions(),
                spec.redis(),
                database,
                spec.hosts());
    }

    public static TenantSpec withCmx(TenantSpec spec, String url, List<String> egressCidrs) {
        return new TenantSpec(
                spec.displayName(),
                spec.timeZone(),
                spec.runMode(),
                spec.scaling(),
                new CmxSpec(url, "acme-cmx", null, null, egressCidrs),
                spec.permissions(),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    public static TenantSpec withoutCmx(TenantSpec spec) {
        return new TenantSpec(
                spec.displayName(),
                spec.timeZone(),
                spec.runMode(),
                spec.scaling(),
                null,
                spec.permissions(),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    public static TenantSpec withoutNotifications(TenantSpec spec) {
        var cmx = new CmxSpec("https://cmx.acme.example:8443", "acme-cmx", null, NotificationMode.DISABLED, null);
        return new TenantSpec(
                spec.displayName(),
                spec.timeZone(),
                spec.runMode(),
                spec.scaling(),
                cmx,
                spec.permissions(),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    public static TenantSpec withUsers(TenantSpec spec, List<UserSpec> users) {
        return new TenantSpec(
                spec.displayName(),
                spec.timeZone(),
                spec.runMode(),
                spec.scaling(),
                spec.cmx(),
                permissions(users),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    public static Tenant tenant(TenantSpec spec) {
        var tenant = new Tenant();
        tenant.getMetadata().setName("acme");
        tenant.getMetadata().setUid(UID);
        tenant.getMetadata().setGeneration(1L);
        tenant.getMetadata().setResourceVersion("1");
        tenant.getMetadata().setFinalizers(new ArrayList<>(List.of(Tenant.FINALIZER)));
        tenant.setSpec(spec);
        return tenant;
    }
}
