package dev.precinct.local.cli.status;

import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.GroupSpec;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.local.cli.context.Context;
import dev.precinct.local.cli.context.UpOptions;
import dev.precinct.local.installation.Installation;
import dev.precinct.local.node.ReplicaRecords;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what {@code status} shows. */
public final class StatusReader {
    private final Context context;

    public StatusReader(Context context) {
        this.context = context;
    }

    public StatusReport read() throws IOException {
        var options = UpOptions.read(context.home());
        boolean running = context.running();
        return new StatusReport(
                "http://" + dev.precinct.local.demo.DemoTenant.NAME + ".localhost:"
                        + context.ports().gateway() + "/",
                new StatusReport.Simulator(
                        "http://127.0.0.1:" + context.ports().simulator(),
                        Installation.SIMULATOR_USER,
                        new Installation(context.home(), context.ports()).simulatorPassword()),
                new StatusReport.Kubernetes(
                        options.kubernetes().wire(),
                        running && Files.exists(context.home().kubeconfig())
                                ? context.home().kubeconfig().toString()
                                : null),
                units(),
                running ? tenants() : List.of());
    }

    private List<StatusReport.Unit> units() {
        return context.supervisor().records().read().stream()
                .map(StatusReader::unit)
                .toList();
    }

    private static StatusReport.Unit unit(ReplicaRecords.Entry entry) {
        var process = entry.process().ref();
        boolean alive = process.pid() != 0 && process.alive();
        // A process can have ended after the record was written.
        String state = entry.process().pid() != 0 && !alive ? "ended" : entry.state();
        return new StatusReport.Unit(
                entry.unit(), alive ? process.pid() : null, state, entry.restarts(), alive ? process.residentMiB() : 0);
    }

    private List<StatusReport.TenantReport> tenants() {
        try (KubernetesClient client = context.kubernetes()) {
            return client.resources(Tenant.class).list().getItems().stream()
                    .map(tenant -> report(client, tenant))
                    .toList();
        }
    }

    private static StatusReport.TenantReport report(KubernetesClient client, Tenant tenant) {
        TenantStatus status = tenant.getStatus();
        String phase = status == null || status.phase() == null ? "Pending" : Phases.wire(status.phase());
        return new StatusReport.TenantReport(
                tenant.getMetadata().getName(),
                phase,
                status == null || status.runtime() == null ? null : Phases.wire(status.runtime()),
                status == null ? null : status.url(),
                isDemo(tenant) ? users(client, tenant) : List.of());
    }

    private static boolean isDemo(Tenant tenant) {
        Map<String, String> labels = tenant.getMetadata().getLabels();
        return labels != null && "true".equals(labels.get(Labels.DEMO));
    }

    private static List<StatusReport.User> users(KubernetesClient client, Tenant tenant) {
        TenantStatus status = tenant.getStatus();
        if (status == null || status.namespace() == null || status.usersSecret() == null) {
            return List.of();
        }
        Secret secret = client.secrets()
                .inNamespace(status.namespace())
                .withName(status.usersSecret())
                .get();
        Map<String, String> passwords = secret == null || secret.getData() == null ? Map.of() : secret.getData();
        var permissions = tenant.getSpec().permissions();
        var users = new ArrayList<StatusReport.User>();
        String administrator = permissions.administrator().name();
        users.add(new StatusReport.User(administrator, decoded(passwords, administrator), List.of("*"), "Full"));
        List<GroupSpec> groups = orEmpty(permissions.groups());
        for (UserSpec user : orEmpty(permissions.users())) {
            users.add(new StatusReport.User(
                    user.name(), decoded(passwords, user.name()), segments(user, groups), disclosure(user, groups)));
        }
        return users;
    }

    private static List<String> segments(UserSpec user, List<GroupSpec> groups) {
        var segments = new LinkedHashSet<>(orEmpty(user.segments()));
        of(user, groups).forEach(group -> segments.addAll(group.segments()));
        return List.copyOf(segments);
    }

    private static String disclosure(UserSpec user, List<GroupSpec> groups) {
        return Optional.ofNullable(user.disclosure())
                .or(() -> of(user, groups).stream()
                        .flatMap(group -> Optional.ofNullable(group.disclosure()).stream())
                        .findFirst())
                .orElse("Full");
    }

    private static List<GroupSpec> of(UserSpec user, List<GroupSpec> groups) {
        return groups.stream()
                .filter(group -> orEmpty(user.groups()).contains(group.name()))
                .toList();
    }

    private static String decoded(Map<String, String> passwords, String user) {
        String value = passwords.get(user);
        return value == null ? "" : new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }

    private static <T> List<T> orEmpty(@org.jspecify.annotations.Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
