package dev.precinct.gateway;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.precinct.gateway.authentication.Authenticator;
import dev.precinct.gateway.authentication.FailedLogins;
import dev.precinct.gateway.authentication.Passwords;
import dev.precinct.gateway.authentication.VerifiedPasswords;
import dev.precinct.gateway.config.GatewayConfig;
import dev.precinct.gateway.config.InvalidSettingException;
import dev.precinct.gateway.demand.Demand;
import dev.precinct.gateway.demand.DemandMarks;
import dev.precinct.gateway.http.GatewayServer;
import dev.precinct.gateway.http.HealthServer;
import dev.precinct.gateway.observability.AccessLog;
import dev.precinct.gateway.observability.GatewayHealth;
import dev.precinct.gateway.observability.RequestMetrics;
import dev.precinct.gateway.persistence.RedisConnections;
import dev.precinct.gateway.portal.Portal;
import dev.precinct.gateway.principals.FeedState;
import dev.precinct.gateway.principals.PrincipalReplicas;
import dev.precinct.gateway.principals.persistence.RedisPrincipalFeed;
import dev.precinct.gateway.proxy.Assertions;
import dev.precinct.gateway.proxy.HeldRequests;
import dev.precinct.gateway.proxy.OpenStreams;
import dev.precinct.gateway.proxy.RecentAddresses;
import dev.precinct.gateway.proxy.RuntimeProxy;
import dev.precinct.gateway.routing.RouteTable;
import dev.precinct.gateway.routing.RouteTableYaml;
import dev.precinct.gateway.session.RecentSessions;
import dev.precinct.gateway.session.persistence.RedisSessions;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.gateway.tenants.Tenants;
import dev.precinct.gateway.tls.BadCertificateException;
import dev.precinct.gateway.tls.ServerTls;
import dev.precinct.gateway.upstream.UpstreamClient;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.assertion.AssertionSigner;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The gateway, put together. Runs from its construction until it is closed. */
public final class Gateway implements AutoCloseable {
    private static final Duration CERTIFICATE_WATCH = Duration.ofSeconds(2);

    private final GatewayServer server;
    private final HealthServer health;

    /** Ended in reverse order: what takes requests first. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /**
     * @param signingKey text of the private JWK
     * @param platform closed by whoever made it
     */
    public Gateway(GatewayConfig config, String signingKey, Platform platform, Clock clock) {
        this(config, signingKey, platform, clock, RouteTableYaml.shipped());
    }

    /** What the gateway knows of the platform, and tells it. */
    public record Platform(Tenants tenants, RuntimeAddresses addresses, DemandMarks demand) {}

    /** @param routes in place of the shipped ones */
    public Gateway(GatewayConfig config, String signingKey, Platform platform, Clock clock, RouteTable routes) {
        var tenants = platform.tenants();
        var redis = new RedisConnections(config.redis());
        var replicas = new PrincipalReplicas();
        var feedState = new FeedState();
        var log = new AccessLog(clock);
        var metrics = new RequestMetrics();
        String scheme = config.publicScheme().text();

        var pool = closing(redis.pooled());
        closing(new RedisPrincipalFeed(
                redis::single, () -> idsOf(tenants), tenants::synced, replicas, feedState, clock));
        var passwords = new Passwords(replicas, new VerifiedPasswords(Ticker.systemTicker()), new FailedLogins(clock));
        var authenticator = new Authenticator(replicas, passwords, new RecentSessions(new RedisSessions(pool)), clock);
        var demand = new Demand(
                platform.demand(), Ticker.systemTicker(), closing(Executors.newVirtualThreadPerTaskExecutor()));
        var streams =
                closing(new OpenStreams(authenticator, id -> tenants.find(id).ifPresent(demand::used)));
        var held = closing(new HeldRequests(config.runtimes().holds()));
        var runtimes = new RuntimeProxy(
                new RecentAddresses(platform.addresses()),
                closing(new UpstreamClient()),
                new Assertions(new AssertionSigner(signingKey, clock)),
                streams,
                new RuntimeProxy.Waits(demand, held),
                config.runtimes(),
                scheme);
        var rooms = new GatewayServer.Rooms(
                tenants, routes, authenticator, runtimes, new Portal(config.portal()), log, metrics);
        Optional<ServerTls> tls =
                Optional.ofNullable(config.listener().tls()).map(folder -> closing(tls(folder, clock)));
        this.server = closing(new GatewayServer(config.listener().httpPort(), tls.map(ServerTls::tls), scheme, rooms));
        this.health = closing(new HealthServer(
                config.listener().healthPort(),
                new GatewayHealth(tenants, feedState),
                () -> metrics.text()
                        + gauges(feedState, replicas, streams, held)
                        + tls.map(ServerTls::metrics).orElse("")));
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.push(part);
        return part;
    }

    private static ServerTls tls(Path folder, Clock clock) {
        try {
            return ServerTls.watching(folder, CERTIFICATE_WATCH, clock);
        } catch (BadCertificateException e) {
            throw new InvalidSettingException("PRECINCT_TLS: " + e.getMessage(), e);
        }
    }

    private static Set<TenantId> idsOf(Tenants tenants) {
        return tenants.served().stream().map(TenantSite::id).collect(Collectors.toSet());
    }

    private static String gauges(FeedState feed, PrincipalReplicas replicas, OpenStreams streams, HeldRequests held) {
        return """
                # TYPE precinct_gateway_redis_connected gauge
                precinct_gateway_redis_connected %d
                # TYPE precinct_gateway_tenants_with_users gauge
                precinct_gateway_tenants_with_users %d
                # TYPE precinct_gateway_open_streams gauge
                precinct_gateway_open_streams %d
                # TYPE precinct_gateway_held_requests gauge
                precinct_gateway_held_requests %d
                """.formatted(feed.connected() ? 1 : 0, replicas.all().size(), streams.size(), held.size());
    }

    public int httpPort() {
        return server.port();
    }

    public int healthPort() {
        return health.port();
    }

    @Override
    public void close() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }
}
