package dev.precinct.local.cli;

import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.home.UserMustActException;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes a tenant and says what stays. */
@Command(name = "delete", description = "Delete a tenant: delete tenant NAME.")
final class DeleteCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final LazyContext lazy;
    private final PrintStream out;

    @Parameters(index = "0", paramLabel = "tenant")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "NAME")
    private String name = "";

    DeleteCommand(LazyContext lazy, PrintStream out) {
        this.lazy = lazy;
        this.out = out;
    }

    @Override
    public Integer call() {
        Kinds.requireTenant(kind);
        try (KubernetesClient client = lazy.open().kubernetes()) {
            Tenant tenant = client.resources(Tenant.class).withName(name).get();
            if (tenant == null) {
                throw new UserMustActException("no tenant " + name);
            }
            client.resource(tenant).delete();
            new TenantWatch(client, new Progress(out)).waitUntilGone(name, LIMIT);
            out.println(said(tenant));
        }
        return 0;
    }

    private static String said(Tenant tenant) {
        String name = tenant.getMetadata().getName();
        var database = tenant.getSpec().database();
        boolean deleted = database != null && database.onDelete() == OnDelete.DELETE;
        String id = dev.precinct.local.cli.TenantNames.id(tenant);
        return deleted
                ? "tenant " + name + " is deleted, with its database, role, Redis keys and user, and namespace"
                : "tenant " + name
                        + " is deleted; database.onDelete is Retain, so these stay: PostgreSQL database and role t_"
                        + id + ", Redis keys t:" + id + ":* and user t_" + id;
    }
}
