package dev.precinct.operator.testing;

import dev.precinct.crd.tenant.v1alpha1.AdministratorSpec;
import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.crd.tenant.v1alpha1.DatabaseSpec;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.PermissionsSpec;
import dev.precinct.crd.tenant.v1alpha1.RunMode;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.operator.naming.TenantNames;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes Tenants with names of their own, waits for them, and takes them away. */
public final class TestTenants {
    /** Only says that a wait ends: a loaded machine may take long. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KubernetesClient client;
    private final List<String> made = new ArrayList<>();

    TestTenants(KubernetesClient client) {
        this.client = client;
    }

    /** The least that a spec has; its data is deleted with it. */
    public static TenantSpec smallest() {
        return new TenantSpec(
                "Test",
                null,
                null,
                null,
                null,
                new PermissionsSpec(null, null, null, null, new AdministratorSpec("admin", null)),
                null,
                new DatabaseSpec(null, OnDelete.DELETE),
                null);
    }

    public static TenantSpec with(TenantSpec spec, RunMode mode) {
        return new TenantSpec(
                spec.displayName(),
                spec.timeZone(),
                mode,
                spec.scaling(),
                spec.cmx(),
                spec.permissions(),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    public static TenantSpec with(TenantSpec spec, String timeZone) {
        return new TenantSpec(
                spec.displayName(),
                timeZone,
                spec.runMode(),
                spec.scaling(),
                spec.cmx(),
                spec.permissions(),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    public static TenantSpec with(TenantSpec spec, OnDelete onDelete) {
        return TenantFixtures.withDatabase(spec, new DatabaseSpec(null, onDelete));
    }

    public static TenantSpec withCmx(String url, String secret) {
        return new TenantSpec(
                "Test",
                null,
                null,
                null,
                new CmxSpec(url, secret, null, null, null),
                smallest().permissions(),
                null,
                new DatabaseSpec(null, OnDelete.DELETE),
                null);
    }

    public static TenantSpec withUser(UserSpec user) {
        return TenantFixtures.withUsers(smallest(), List.of(user));
    }

    public boolean hasSecret(Tenant tenant, String name) {
        return client.secrets()
                        .inNamespace(TenantNames.of(tenant).namespace())
                        .withName(name)
                        .get()
                != null;
    }

    public Tenant create(TenantSpec spec) {
        return create(newName(), spec);
    }

    public String newName() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    public Tenant create(String name, TenantSpec spec) {
        var tenant = new Tenant();
        tenant.getMetadata().setName(name);
        tenant.setSpec(spec);
        made.add(name);
        return client.resource(tenant).create();
    }

    public Tenant ready(TenantSpec spec) {
        return await(create(spec), TenantPhase.READY);
    }

    /** As people do it: when the operator wrote meanwhile, again. */
    public Tenant edit(Tenant tenant, UnaryOperator<TenantSpec> change) {
        return await("edited " + name(tenant))
                .ignoreExceptionsMatching(e -> e instanceof KubernetesClientException k && k.getCode() == 409)
                .until(
                        () -> client.resources(Tenant.class)
                                .withName(name(tenant))
                                .edit(found -> {
                                    found.setSpec(change.apply(found.getSpec()));
                                    return found;
                                }),
                        edited -> edited != null);
    }

    public Optional<Tenant> find(Tenant tenant) {
        return Optional.ofNullable(
                client.resources(Tenant.class).withName(name(tenant)).get());
    }

    public Tenant await(Tenant tenant, TenantPhase phase) {
        return await(
                tenant,
                found -> found.getStatus() != null
                        && found.getStatus().phase() == phase
                        && found.getMetadata()
                                .getGeneration()
                                .equals(found.getStatus().observedGeneration()));
    }

    public Tenant await(Tenant tenant, Predicate<Tenant> wanted) {
        return await(name(tenant))
                .until(() -> find(tenant), found -> found.filter(wanted).isPresent())
                .orElseThrow();
    }

    /** Until the condition has this status and reason. */
    public Condition await(Tenant tenant, String type, String status, String reason) {
        var settled = await(
                tenant,
                found -> condition(found, type)
                        .filter(seen -> seen.getStatus().equals(status)
                                && seen.getReason().equals(reason))
                        .isPresent());
        return condition(settled, type).orElseThrow();
    }

    public void annotate(Tenant tenant, String key, String value) {
        client.resources(Tenant.class)
                .withName(name(tenant))
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}".formatted(key, value));
    }

    /** Reasons of the events about it. */
    public List<String> told(Tenant tenant) {
        return client.v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> tenant.getMetadata()
                        .getUid()
                        .equals(event.getInvolvedObject().getUid()))
                .map(event -> event.getReason())
                .toList();
    }

    public void delete(Tenant tenant) {
        client.resources(Tenant.class).withName(name(tenant)).delete();
    }

    public void awaitGone(Tenant tenant) {
        await("gone: " + name(tenant)).until(() -> find(tenant).isEmpty());
    }

    /** A Secret's values as text. */
    public Values secret(Tenant tenant, String name) {
        Secret found = client.secrets()
                .inNamespace(TenantNames.of(tenant).namespace())
                .withName(name)
                .require();
        var texts = new java.util.TreeMap<String, String>();
        found.getData()
                .forEach((key, value) ->
                        texts.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return new Values(texts);
    }

    public static Optional<Condition> condition(Tenant tenant, String type) {
        if (tenant.getStatus() == null || tenant.getStatus().conditions() == null) {
            return Optional.empty();
        }
        return tenant.getStatus().conditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }

    void removeAll() {
        made.forEach(name -> {
            var found = client.resources(Tenant.class).withName(name);
            Tenant left = found.get();
            if (left != null) {
                annotate(left, TenantNames.PAUSED, "false");
                found.delete();
            }
        });
        made.forEach(name -> await("removed " + name)
                .until(() -> client.resources(Tenant.class).withName(name).get() == null));
    }

    /** What a Secret holds. */
    public record Values(Map<String, String> byKey) {
        public String get(String key) {
            return Optional.ofNullable(byKey.get(key)).orElseThrow();
        }
    }

    private static String name(Tenant tenant) {
        return tenant.getMetadata().getName();
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return org.awaitility.Awaitility.await(what).pollInterval(Duration.ofMillis(100));
    }
}
