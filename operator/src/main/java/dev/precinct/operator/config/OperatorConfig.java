package dev.precinct.operator.config;

import dev.precinct.operator.network.AllowedHost;
import dev.precinct.operator.network.Cidr;
import dev.precinct.operator.network.CmxReach;
import dev.precinct.operator.network.PlatformServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's settings.
 *
 * @param healthPort {@code PRECINCT_HEALTH_PORT}; 0 takes a free one
 * @param services {@code PRECINCT_NAMESPACE}, the operator's own namespace, and {@code PRECINCT_POD_SELECTORS}
 * @param databaseServers {@code PRECINCT_DATABASE_SERVERS}: a folder for each server
 * @param localAddresses {@code PRECINCT_LOCAL_ADDRESSES}: absent in a cluster
 * @param resync {@code PRECINCT_RESYNC}: a tenant is looked at at least this often
 * @param watch {@code PRECINCT_WATCH}: how often runtimes, PostgreSQL and Redis are asked whether anything changed
 * @param leaderElection {@code PRECINCT_LEADER_ELECTION}: of several replicas only one works
 * @param cmx {@code PRECINCT_FORBIDDEN_CIDRS} and {@code PRECINCT_ALLOWED_CMX_HOSTS}: where a tenant's CMX may be
 */
public record OperatorConfig(
        int healthPort,
        PlatformServices services,
        Path databaseServers,
        @Nullable Path localAddresses,
        Duration resync,
        Duration watch,
        boolean leaderElection,
        CmxReach cmx,
        RuntimeSettings runtime) {

    public static OperatorConfig from(Map<String, String> environment) {
        var read = new ConfigReader(environment);
        var runtime = new RuntimeSettings(
                read.required("PRECINCT_RUNTIME_IMAGE"),
                read.text("PRECINCT_RUNTIME_JAVA_OPTIONS", ""),
                read.address("PRECINCT_PUBLIC_URL", "http://localhost:8080"),
                read.find("PRECINCT_NOTIFICATIONS_URL").orElse(null),
                read.requiredAddress("PRECINCT_REDIS_URL"),
                read.folder("PRECINCT_REDIS_CREDENTIALS"));
        var config = new OperatorConfig(
                read.port("PRECINCT_HEALTH_PORT", 8081),
                services(read),
                read.folder("PRECINCT_DATABASE_SERVERS"),
                read.find("PRECINCT_LOCAL_ADDRESSES").map(Path::of).orElse(null),
                read.duration("PRECINCT_RESYNC", "PT5M"),
                read.duration("PRECINCT_WATCH", "PT5S"),
                read.flag("PRECINCT_LEADER_ELECTION"),
                new CmxReach(
                        read.list("PRECINCT_FORBIDDEN_CIDRS", Cidr::parse, "a list of blocks such as 10.42.0.0/16"),
                        read.list(
                                "PRECINCT_ALLOWED_CMX_HOSTS",
                                AllowedHost::parse,
                                "a list of hosts, each with a port if need be")),
                runtime);
        read.finish();
        return config;
    }

    public String namespace() {
        return services.namespace();
    }

    private static PlatformServices services(ConfigReader read) {
        String namespace = read.text("PRECINCT_NAMESPACE", "precinct-system");
        return read.whole(
                "PRECINCT_POD_SELECTORS",
                selectors -> PlatformServices.parse(namespace, selectors),
                "a list such as postgres.precinct-system.svc=app.kubernetes.io/name=postgres;…");
    }
}
