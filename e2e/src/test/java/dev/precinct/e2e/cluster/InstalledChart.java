package dev.precinct.e2e.cluster;

import dev.precinct.e2e.installation.Api;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The chart from this checkout with its images from the bundle, and two tenants that know nothing of each other. Installed once for a run. */
final class InstalledChart {
    static final String NAMESPACE = "precinct-system";
    static final String RELEASE = "precinct";

    /** The demo tenant of the chart. */
    static final String ACME = "acme";

    static final String GLOBEX = "globex";

    private static final int PORT = 30_080;
    private static final String DOMAIN = "precinct.example";
    private static final String CHART =
            Path.of("../helm/precinct").toAbsolutePath().normalize().toString();
    /** Java ends at once where an image's cache is not for its Java, its class path or these flags. */
    private static final String WITH_ITS_CACHE = " -XX:AOTMode=on";

    private static final List<String> VALUES = List.of(
            "publicUrl=http://" + DOMAIN + ":" + PORT,
            "image.pullPolicy=Never",
            "gateway.service.type=NodePort",
            "gateway.service.nodePort=" + PORT,
            "bundled.postgresql.image=precinct/postgresql:embedded",
            "bundled.redis.image=precinct/redis:embedded",
            "cluster.cidrs={10.250.0.0/30,10.251.0.0/24,10.252.0.0/16}",
            "simulator.enabled=true",
            "demo.enabled=true",
            "operator.javaOptions=-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1" + WITH_ITS_CACHE,
            "gateway.javaOptions=-Xmx256m -XX:+UseSerialGC" + WITH_ITS_CACHE,
            "simulator.javaOptions=-Xmx192m -XX:+UseSerialGC" + WITH_ITS_CACHE,
            "runtime.javaOptions=-Xmx320m -XX:+UseSerialGC -XX:TieredStopAtLevel=1" + WITH_ITS_CACHE);
    private static final String SECOND_TENANT = """
            apiVersion: precinct.dev/v1alpha1
            kind: Tenant
            metadata: { name: globex }
            spec:
              displayName: Globex Research
              cmx: { url: "http://simulator.precinct-system.svc:8083", credentialsSecret: simulator, polling: { interval: 5s }, notifications: Disabled }
              permissions:
                roles: [{ name: floor-staff, allow: ["clients:read", "maps:read"] }]
                users: [{ name: lena, role: floor-staff, segments: ["North Campus>Science Hall"] }]
                administrator: { name: admin }
              database: { onDelete: Delete }
            """;

    private static boolean installed;

    private InstalledChart() {}

    /** Installs it if no test of this run has yet. */
    static synchronized void ensure() {
        if (!installed) {
            Cluster.helm(command("upgrade", "--install", "--create-namespace")).succeeded();
            Cluster.apply(SECOND_TENANT).succeeded();
            awaitReady(ACME);
            awaitReady(GLOBEX);
            installed = true;
        }
    }

    /** {@code helm install}, {@code upgrade} or {@code template} with the values of the tests, and more. */
    static String[] command(String verb, String... more) {
        var command = new ArrayList<>(List.of(verb, RELEASE, CHART, "-n", NAMESPACE, "--timeout", "5m"));
        VALUES.forEach(value -> command.addAll(List.of("--set", value)));
        command.addAll(Arrays.asList(more));
        return command.toArray(String[]::new);
    }

    static void awaitReady(String tenant) {
        var said = Cluster.kubectl("wait", "--for=condition=Ready", "tenant/" + tenant, "--timeout=300s");
        if (said.exit() != 0) {
            throw new AssertionError(said.text()
                    + Cluster.kubectl("describe", "tenant", tenant).text()
                    + Cluster.kubectl("get", "pods", "-A").text());
        }
    }

    /** The tenant's gateway, through the node's port. */
    static Api api(String tenant) {
        return Api.at(Cluster.NODE, PORT, tenant + "." + DOMAIN);
    }

    static Api as(String tenant, String user) {
        return api(tenant).as(user, Cluster.secret("tenant-" + tenant, "user-passwords", user));
    }
}
