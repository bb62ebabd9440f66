package dev.precinct.gateway;

import dev.precinct.gateway.addresses.EndpointAddresses;
import dev.precinct.gateway.config.GatewayConfig;
import dev.precinct.gateway.config.InvalidSettingException;
import dev.precinct.gateway.demand.kubernetes.LeaseMarks;
import dev.precinct.gateway.tenants.kubernetes.ClusterTenants;
import dev.precinct.tenancy.runtime.LocalAddresses;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the gateway from the environment. */
public final class GatewayMain {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayMain.class);
    private static final int BAD_SETTING = 2;

    private GatewayMain() {}

    public static void main(String[] arguments) throws IOException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            start(GatewayConfig.from(System.getenv()));
        } catch (InvalidSettingException e) {
            LOG.error("the gateway can't start: {}", e.getMessage());
            System.exit(BAD_SETTING);
        }
    }

    private static void start(GatewayConfig config) throws IOException {
        String signingKey = Files.readString(config.signingKey());
        var folder = config.runtimes().localAddresses();
        var kubernetes = new KubernetesClientBuilder().build();
        RuntimeAddresses addresses = folder == null ? new EndpointAddresses(kubernetes) : new LocalAddresses(folder);
        var tenants = new ClusterTenants(kubernetes, config.baseDomain());
        var marks = new LeaseMarks(kubernetes, config.namespace(), name(), Clock.systemUTC());
        var gateway =
                new Gateway(config, signingKey, new Gateway.Platform(tenants, addresses, marks), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway, tenants), "shutdown"));
        LOG.info("gateway listens on {} (health on {})", gateway.httpPort(), gateway.healthPort());
    }

    /** In a cluster, that of the pod. */
    private static String name() {
        String host = System.getenv("HOSTNAME");
        return host == null || host.isBlank() ? "gateway" : host;
    }

    private static void stop(Gateway gateway, ClusterTenants tenants) {
        try {
            gateway.close();
        } catch (Exception e) {
            LOG.error("the gateway did not end cleanly", e);
        } finally {
            tenants.close();
        }
    }
}
