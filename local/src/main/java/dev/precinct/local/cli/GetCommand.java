package dev.precinct.local.cli;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.cli.status.Phases;
import dev.precinct.local.home.UserMustActException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tenants as the API has them. */
@Command(name = "get", description = "Show tenants: get tenants, get tenant NAME -o yaml.")
final class GetCommand implements Callable<Integer> {
    private final LazyContext lazy;
    private final PrintStream out;

    @Parameters(index = "0", paramLabel = "tenants")
    private String kind = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "-o", paramLabel = "yaml|json", description = "The whole resource.")
    private @Nullable String output;

    GetCommand(LazyContext lazy, PrintStream out) {
        this.lazy = lazy;
        this.out = out;
    }

    @Override
    public Integer call() {
        Kinds.requireTenant(kind);
        try (KubernetesClient client = lazy.open().kubernetes()) {
            List<Tenant> tenants = tenants(client);
            if (output == null) {
                table(tenants);
            } else {
                tenants.forEach(this::whole);
            }
        }
        return 0;
    }

    private List<Tenant> tenants(KubernetesClient client) {
        if (name == null) {
            return client.resources(Tenant.class).list().getItems();
        }
        Tenant tenant = client.resources(Tenant.class).withName(name).get();
        if (tenant == null) {
            throw new UserMustActException("no tenant " + name);
        }
        return List.of(tenant);
    }

    private void table(List<Tenant> tenants) {
        out.printf("%-24s %-13s %-6s %-8s %s%n", "NAME", "PHASE", "READY", "RUNTIME", "URL");
        for (Tenant tenant : tenants) {
            var status = tenant.getStatus();
            String ready = status == null || status.conditions() == null
                    ? "Unknown"
                    : status.conditions().stream()
                            .filter(condition -> condition.getType().equals("Ready"))
                            .map(condition -> condition.getStatus())
                            .findFirst()
                            .orElse("Unknown");
            out.printf(
                    "%-24s %-13s %-6s %-8s %s%n",
                    tenant.getMetadata().getName(),
                    status == null || status.phase() == null ? "Pending" : Phases.wire(status.phase()),
                    ready,
                    Phases.wire(status == null ? null : status.runtime()),
                    status == null || status.url() == null ? "" : status.url());
        }
    }

    private void whole(Tenant tenant) {
        out.println("json".equals(output) ? Serialization.asJson(tenant) : "---\n" + Serialization.asYaml(tenant));
    }
}
