package dev.precinct.gateway.testing;

import dev.precinct.gateway.Gateway;
import dev.precinct.gateway.config.GatewayConfig;
import dev.precinct.gateway.config.HoldLimits;
import dev.precinct.gateway.config.ListenerSettings;
import dev.precinct.gateway.config.RedisSettings;
import dev.precinct.gateway.config.RuntimeSettings;
import dev.precinct.gateway.routing.RouteTable;
import dev.precinct.gateway.routing.RouteTableYaml;
import dev.precinct.gateway.tenants.RunPlan;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.assertion.AssertionKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;

/** A whole gateway on free ports with two tenants, {@code acme} and {@code globex}, one fake runtime behind both, and real Redis. */
public final class RunningGateway implements AutoCloseable {
    public static final String ACME = "acme.localhost";
    public static final String GLOBEX = "globex.localhost";
    public static final TenantId ACME_ID = new TenantId("a".repeat(32));
    public static final TenantId GLOBEX_ID = new TenantId("b".repeat(32));

    /** No test waits a minute to learn that nothing comes. */
    private static final HoldLimits IMPATIENT = new HoldLimits(Duration.ofMillis(300), 100, 1_000);

    private final RunningRedis redis;
    private final TestingMarks marks = new TestingMarks();
    private final TestingTenants tenants = new TestingTenants("localhost");
    private final TestingRuntime runtime = new TestingRuntime();
    private final AssertionKeys keys = AssertionKeys.generate();
    private final TestingPrincipals acmeUsers = new TestingPrincipals(ACME_ID);
    private final TestingPrincipals globexUsers = new TestingPrincipals(GLOBEX_ID);
    private final Path portal;
    private final Gateway gateway;

    public RunningGateway(RunningRedis redis, Path folder) throws IOException {
        this.redis = redis;
        this.portal = portal(folder.resolve("portal"));
        Files.writeString(folder.resolve("secret.txt"), "outside");
        tenants.put(new TenantSite(
                ACME_ID, "acme", "Acme Malls", Instant.EPOCH, List.of("acme.example.com"), RunPlan.ALWAYS));
        tenants.put(
                new TenantSite(GLOBEX_ID, "globex", "Globex", Instant.EPOCH.plusSeconds(1), List.of(), RunPlan.ALWAYS));
        this.gateway = another();
    }

    private static Path portal(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("assets"));
        Files.writeString(folder.resolve("index.html"), "<!doctype html><title>Precinct</title>");
        Files.writeString(folder.resolve("assets/app-1a2b3c.js"), "console.log('portal')");
        Files.write(folder.resolve("assets/app-1a2b3c.js.br"), new byte[] {1, 2, 3});
        return folder;
    }

    /** One more gateway over the same Redis, tenants, keys and runtime. */
    public Gateway another() throws IOException {
        return another(
                new RuntimeSettings(null, RuntimeSettings.DEFAULT_REQUESTS, RuntimeSettings.DEFAULT_STREAMS, IMPATIENT),
                RouteTableYaml.shipped());
    }

    /** One more, with limits of its own. */
    public Gateway another(RuntimeSettings runtimes, RouteTable routes) throws IOException {
        return another(new ListenerSettings(0, 0, null), GatewayConfig.PublicScheme.HTTP, runtimes, routes);
    }

    /** One more that speaks TLS with the certificate in this folder. */
    public Gateway anotherWithTls(Path certificate) throws IOException {
        return another(
                new ListenerSettings(0, 0, certificate),
                GatewayConfig.PublicScheme.HTTPS,
                new RuntimeSettings(null, RuntimeSettings.DEFAULT_REQUESTS, RuntimeSettings.DEFAULT_STREAMS, IMPATIENT),
                RouteTableYaml.shipped());
    }

    private Gateway another(
            ListenerSettings listener, GatewayConfig.PublicScheme scheme, RuntimeSettings runtimes, RouteTable routes) {
        var config = new GatewayConfig(
                listener,
                "localhost",
                scheme,
                new RedisSettings(URI.create("redis://127.0.0.1:" + redis.port()), redis.credentials()),
                Path.of("unused"),
                portal,
                "precinct-system",
                runtimes);
        var platform = new Gateway.Platform(tenants, runtime, marks);
        return new Gateway(config, keys.privateJwk(), platform, Clock.systemUTC(), routes);
    }

    public void acmeUser(String name, String password, Set<String> actions) {
        try (var admin = redis.admin()) {
            acmeUsers.put(admin, name, password, actions);
        }
    }

    public void globexUser(String name, String password, Set<String> actions) {
        try (var admin = redis.admin()) {
            globexUsers.put(admin, name, password, actions);
        }
    }

    public void removeAcmeUser(String name) {
        try (var admin = redis.admin()) {
            acmeUsers.remove(admin, name);
        }
    }

    /** Until users that were published are known. */
    public void awaitLogin(String host, String user, String password) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> http().get(host, "/v1/session", RawHttp.basic(user, password))
                                .status()
                        == 200);
    }

    public RawHttp.Answer logIn(String host, String user, String password, String... headers) throws IOException {
        return logIn(http(), host, user, password, headers);
    }

    public static RawHttp.Answer logIn(RawHttp http, String host, String user, String password, String... headers)
            throws IOException {
        var all = new java.util.ArrayList<>(List.of(headers));
        all.add("Content-Type: application/json");
        String body = "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}";
        return http.send("POST", host, "/v1/session", body, all.toArray(String[]::new));
    }

    public RawHttp http() {
        return new RawHttp(gateway.httpPort());
    }

    public RawHttp health() {
        return new RawHttp(gateway.healthPort());
    }

    public TestingTenants tenants() {
        return tenants;
    }

    /** Of which tenants it was said that they are used. */
    public TestingMarks marks() {
        return marks;
    }

    public TestingRuntime runtime() {
        return runtime;
    }

    public AssertionKeys keys() {
        return keys;
    }

    public TestingPrincipals acmeUsers() {
        return acmeUsers;
    }

    @Override
    public void close() throws Exception {
        gateway.close();
        runtime.close();
    }
}
