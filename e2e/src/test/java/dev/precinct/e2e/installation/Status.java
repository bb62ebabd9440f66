package dev.precinct.e2e.installation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./precinct status --json} as its contract has it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Status(
        String portal, Simulator simulator, Kubernetes kubernetes, List<Unit> units, List<Tenant> tenants) {

    /** Where the simulator answers. */
    public record Simulator(String url, String username, String password) {}

    /** Which API: {@code embedded} or {@code real}. */
    public record Kubernetes(String kind, @Nullable String kubeconfig) {}

    /** A process. */
    public record Unit(String name, @Nullable Long pid, String state, int restarts, long memoryMiB) {}

    /** A tenant and, when it is a demo, its people. */
    public record Tenant(
            String name,
            String phase,
            @Nullable String runtime,
            @Nullable String url,
            List<User> users) {}

    /** A demo user. */
    public record User(String name, String password, List<String> segments, String disclosure) {}

    /** @throws AssertionError when there is none */
    public Unit unit(String name) {
        return units.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no unit " + name + " among " + units));
    }

    /** @throws AssertionError when it does not run */
    public long pid(String name) {
        Long pid = unit(name).pid();
        if (pid == null) {
            throw new AssertionError(name + " does not run: " + unit(name));
        }
        return pid;
    }

    /** @throws AssertionError when there is none */
    public User user(String tenant, String name) {
        return tenants.stream()
                .filter(each -> each.name().equals(tenant))
                .flatMap(each -> each.users().stream())
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no user " + name + " of " + tenant + " in " + tenants));
    }
}
