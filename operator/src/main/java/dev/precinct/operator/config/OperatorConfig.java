package dev.precinct.operator.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's settings.
 *
 * @param healthPort {@code PRECINCT_HEALTH_PORT}; 0 takes a free one
 * @param databaseServers {@code PRECINCT_DATABASE_SERVERS}: a folder for each server
 * @param localAddresses {@code PRECINCT_LOCAL_ADDRESSES}: absent in a cluster
 * @param resync {@code PRECINCT_RESYNC}: a tenant is looked at at least this often
 * @param watch {@code PRECINCT_WATCH}: how often runtimes, PostgreSQL and Redis are asked whether anything changed
 * @param leaderElection {@code PRECINCT_LEADER_ELECTION}: of several replicas only one works
 * @param network what is where
 */
public record OperatorConfig(
        int healthPort,
        Path databaseServers,
        @Nullable Path localAddresses,
        Duration resync,
        Duration watch,
        boolean leaderElection,
        NetworkSettings network,
        RuntimeSettings runtime) {

    public static OperatorConfig from(Map<String, String> environment) {
        var read = new ConfigReader(environment);
        var runtime = new RuntimeSettings(
                read.required("PRECINCT_RUNTIME_IMAGE"),
                read.text("PRECINCT_RUNTIME_JAVA_OPTIONS", ""),
                read.address("PRECINCT_PUBLIC_URL", "http://localhost:8080"),
                read.find("PRECINCT_NOTIFICATIONS_URL").orElse(null),
                read.redis("PRECINCT_REDIS_URL"),
                read.folder("PRECINCT_REDIS_CREDENTIALS"));
        var config = new OperatorConfig(
                read.port("PRECINCT_HEALTH_PORT", 8081),
                read.folder("PRECINCT_DATABASE_SERVERS"),
                read.find("PRECINCT_LOCAL_ADDRESSES").map(Path::of).orElse(null),
                read.duration("PRECINCT_RESYNC", "PT5M"),
                read.duration("PRECINCT_WATCH", "PT5S"),
                read.flag("PRECINCT_LEADER_ELECTION"),
                NetworkSettings.from(read),
                runtime);
        read.finish();
        return config;
    }

    /** The operator's own. */
    public String namespace() {
        return network.services().namespace();
    }
}
