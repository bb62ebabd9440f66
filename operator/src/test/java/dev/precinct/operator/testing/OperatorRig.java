package dev.precinct.operator.testing;

import dev.precinct.operator.OperatorMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** An operator in this process, with its shipped rights, a real API server, PostgreSQL and Redis; it can be killed and started again. */
public final class OperatorRig implements AutoCloseable {
    public final TestCluster cluster = new TestCluster();
    public final TestPostgres postgres = new TestPostgres();
    public final TestRedis redis = TestRedis.installed();
    public final TestingNode node = new TestingNode(cluster.administrator());
    public final TestTenants tenants = new TestTenants(cluster.administrator());
    public final Path addresses;

    private final Path folder;
    private OperatorMain operator;

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

    @Override
    public void close() {
        tenants.removeAll();
        operator.close();
        node.close();
        redis.close();
        postgres.close();
        cluster.close();
    }

    private OperatorMain launched() throws IOException {
        return OperatorMain.start(environment(), cluster.asOperator());
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
        environment.put("PRECINCT_RESYNC", "PT2S");
        environment.put("PRECINCT_WATCH", "PT0.5S");
        environment.put("PRECINCT_LOCAL_ADDRESSES", addresses.toString());
        return environment;
    }
}
