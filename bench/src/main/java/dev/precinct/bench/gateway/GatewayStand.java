package dev.precinct.bench.gateway;

import dev.precinct.gateway.Gateway;
import dev.precinct.gateway.config.GatewayConfig;
import dev.precinct.gateway.config.HoldLimits;
import dev.precinct.gateway.config.ListenerSettings;
import dev.precinct.gateway.config.RedisSettings;
import dev.precinct.gateway.config.RuntimeSettings;
import dev.precinct.gateway.tenants.RunPlan;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.gateway.tenants.Tenants;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.assertion.AssertionKeys;
import dev.precinct.tenancy.permission.Actions;
import dev.precinct.tenancy.principal.PasswordVerifier;
import dev.precinct.tenancy.principal.Principal;
import dev.precinct.tenancy.principal.PrincipalJson;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import dev.precinct.tenancy.runtime.LocalAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Arguments: {@code snapshot USER PASSWORD} prints what a runtime would publish, for redis-cli; {@code serve FOLDER REDIS_PORT HTTP_PORT
 * HEALTH_PORT RUNTIME_PORT} serves the tenant {@code acme} until it is ended.
 */
public final class GatewayStand {
    private static final TenantSite ACME =
            new TenantSite(new TenantId("a".repeat(32)), "acme", "Acme", Instant.EPOCH, List.of(), RunPlan.ALWAYS);

    private GatewayStand() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("snapshot")) {
            System.out.println(snapshot(arguments[1], arguments[2]));
            return;
        }
        serve(Path.of(arguments[1]), arguments);
    }

    private static String snapshot(String user, String password) {
        var principal = new Principal(user, new PasswordVerifier().hash(password), Actions.all(), 1);
        return PrincipalJson.write(new PrincipalsSnapshot(ACME.id(), 1, List.of(principal)));
    }

    private static void serve(Path folder, String[] arguments) throws IOException, InterruptedException {
        var addresses = Files.createDirectories(folder.resolve("addresses/" + ACME.namespace()));
        Files.writeString(addresses.resolve("runtime"), "http=127.0.0.1:" + arguments[5] + "\n");
        var config = new GatewayConfig(
                new ListenerSettings(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), null),
                "localhost",
                GatewayConfig.PublicScheme.HTTP,
                new RedisSettings(URI.create("redis://127.0.0.1:" + arguments[2]), folder.resolve("redis-credentials")),
                folder.resolve("unused"),
                folder,
                "precinct-system",
                new RuntimeSettings(
                        folder.resolve("addresses"),
                        RuntimeSettings.DEFAULT_REQUESTS,
                        RuntimeSettings.DEFAULT_STREAMS,
                        HoldLimits.USUAL));
        String key = AssertionKeys.generate().privateJwk();
        var platform =
                new Gateway.Platform(new OneTenant(), new LocalAddresses(folder.resolve("addresses")), (_, _) -> {});
        try (var gateway = new Gateway(config, key, platform, Clock.systemUTC())) {
            Thread.currentThread().join();
        } catch (InterruptedException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the gateway did not end cleanly", e);
        }
    }

    private static final class OneTenant implements Tenants {
        @Override
        public Optional<TenantSite> findByHost(String hostHeader) {
            return hostHeader.startsWith("acme.localhost") ? Optional.of(ACME) : Optional.empty();
        }

        @Override
        public Optional<TenantSite> find(TenantId id) {
            return id.equals(ACME.id()) ? Optional.of(ACME) : Optional.empty();
        }

        @Override
        public Collection<TenantSite> served() {
            return List.of(ACME);
        }

        @Override
        public boolean synced() {
            return true;
        }
    }
}
