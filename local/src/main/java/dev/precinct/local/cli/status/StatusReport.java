package dev.precinct.local.cli.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code status --json}. People script against it: fields are added, never renamed or removed. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatusReport(
        String portal, Simulator simulator, Kubernetes kubernetes, List<Unit> units, List<TenantReport> tenants) {

    /** Where the simulator answers, and the account of its config and location API. */
    public record Simulator(String url, String username, String password) {}

    /** @param kind {@code embedded} or {@code real}; @param kubeconfig for kubectl; null when nothing runs or kubectl cannot be served yet */
    public record Kubernetes(String kind, @Nullable String kubeconfig) {}

    /** @param pid null when no process runs; @param state {@code starting}, {@code running} or {@code ended} */
    public record Unit(String name, @Nullable Long pid, String state, int restarts, long memoryMiB) {}

    /**
     * @param runtime {@code Awake}, {@code Asleep}, {@code Waking}, or null while there is none
     * @param users only of demo tenants
     */
    public record TenantReport(
            String name,
            String phase,
            @Nullable String runtime,
            @Nullable String url,
            List<User> users) {}

    /** @param disclosure by name */
    public record User(String name, String password, List<String> segments, String disclosure) {}
}
