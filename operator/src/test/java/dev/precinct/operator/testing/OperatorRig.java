package dev.precinct.operator.testing;

import dev.precinct.operator.OperatorMain;
import dev.precinct.operator.cluster.SecretContent;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** An operator in this process, with its shipped rights, a real API server, PostgreSQL and Redis; it can be killed and started again. */
public final class OperatorRig implements AutoCloseable {
    public final TestCluster cluster = new TestCluster();
    public final TestPostgres postgres = new TestPostgres();
    public final TestRedis redis = TestRedis.installed();
    public final TestingNode node = new TestingNode(cluster.administrator());
    public final TestTenants tenants = new TestTenants(cluster.administrator());
    public final Path addresses;

    private final List<String> given = new ArrayList<>();
    private final Path folder;
    private OperatorMain operator;

    static {
        Awaitility.setDefaultTimeout(TestTenants.PATIENCE);
    }

    public OperatorRig() throws IOException {
        folder = Files.createTempDirectory("operator-rig");
        addresses = Files.createDirectories(folder.resolve("addresses"));
        postgres.writeServer(folder.resolve("servers"), "default");
        var login = Files.createDirectories(folder.resolve("redis"));
        Files.writeString(login.resolve("username"), "default");
        Files.writeString(login.resolve("password"), "");
        operator = launched();
    }

    public OperatorMain operator() {
        return operator;
    }

    public void stopOperator() {
        operator.close();
    }

    public void startOperator() throws IOException {
        operator = launched();
    }

    /** Puts a Secret beside the operator, or changes it. */
    public void give(String name, Map<String, String> texts) {
        var data = new HashMap<String, String>();
        texts.forEach((key, text) -> data.put(key, SecretContent.encoded(text)));
        given.add(name);
        cluster.apply(new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(TestCluster.PLATFORM)
                .endMetadata()
                .withData(data)
                .build());
    }

    /** Lines of the answer to one command of Redis' administrator. */
    public List<String> redisCli(String... words) {
        var command = new ArrayList<>(List.of("redis-cli", "-p", String.valueOf(redis.port())));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var output = process.inputReader()) {
                return output.lines().filter(line -> !line.isBlank()).toList();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether database or role exist. */
    public boolean postgresHas(String name) throws SQLException {
        try (var connection = postgres.administrator();
                var statement =
                        connection.prepareStatement("select (select count(*) from pg_database where datname = ?)"
                                + " + (select count(*) from pg_roles where rolname = ?)")) {
            statement.setString(1, name);
            statement.setString(2, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }

    @Override
    public void close() {
        // Whatever a failed test left: a second operator over the same tenants would fail all that come after it.
        try (cluster;
                postgres;
                redis;
                node;
                OperatorMain running = operator) {
            tenants.removeAll();
            given.forEach(name -> cluster.administrator()
                    .secrets()
                    .inNamespace(TestCluster.PLATFORM)
                    .withName(name)
                    .delete());
        }
    }

    private OperatorMain launched() throws IOException {
        return OperatorMain.start(environment(), cluster.asOperator());
    }

    /** An operator in a process of its own, beside or instead of the one in this; whoever starts it ends it. */
    public OperatorProcess startProcess(String hostname, Map<String, String> otherwise) throws IOException {
        var environment = environment();
        environment.putAll(otherwise);
        environment.put("HOSTNAME", hostname);
        environment.put(
                "KUBECONFIG",
                cluster.writeOperatorKubeconfig(folder.resolve(hostname + ".kubeconfig"))
                        .toString());
        return new OperatorProcess(environment, folder.resolve(hostname + ".log"));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("PRECINCT_HEALTH_PORT", "0");
        environment.put("PRECINCT_NAMESPACE", TestCluster.PLATFORM);
        environment.put("PRECINCT_PUBLIC_URL", "http://localhost:8080");
        environment.put("PRECINCT_DATABASE_SERVERS", folder.resolve("servers").toString());
        environment.put("PRECINCT_REDIS_URL", "redis://localhost:" + redis.port());
        environment.put("PRECINCT_REDIS_CREDENTIALS", folder.resolve("redis").toString());
        environment.put("PRECINCT_RUNTIME_IMAGE", "precinct/tenant-runtime:test");
        environment.put("PRECINCT_ALLOWED_CMX_HOSTS", "localhost");
        environment.put("PRECINCT_RESYNC", "PT2S");
        environment.put("PRECINCT_WATCH", "PT0.5S");
        environment.put("PRECINCT_LOCAL_ADDRESSES", addresses.toString());
        return environment;
    }
}
