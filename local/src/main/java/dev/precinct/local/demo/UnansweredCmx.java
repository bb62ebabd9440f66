package dev.precinct.local.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** A Tenant whose CMX should be on this machine and is not: mostly an example that names the simulator of the usual ports. */
public final class UnansweredCmx {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final URI simulator;

    /** @param simulator of this installation */
    public UnansweredCmx(URI simulator) {
        this.simulator = simulator;
    }

    /** What to tell whoever applied such a Tenant; empty when the address is elsewhere, or somebody answers there. */
    public Optional<String> hint(String tenant, String cmxUrl) {
        Optional<InetSocketAddress> address = addressOf(cmxUrl);
        if (address.isEmpty()
                || !address.get().getAddress().isLoopbackAddress()
                || address.get().getPort() == simulator.getPort()
                || answers(address.get())) {
            return Optional.empty();
        }
        return Optional.of("hint: nothing answers at spec.cmx.url of tenant " + tenant + ", " + cmxUrl
                + ": this installation's simulator is at " + simulator);
    }

    /** Empty for a name that is nobody's on this machine, and for what is no URL: the schema says so better. */
    private static Optional<InetSocketAddress> addressOf(String cmxUrl) {
        try {
            var url = URI.create(cmxUrl);
            if (url.getHost() == null || url.getScheme() == null || !isHere(url.getHost())) {
                return Optional.empty();
            }
            int usual = url.getScheme().equals("https") ? 443 : 80;
            return Optional.of(
                    new InetSocketAddress(resolved(url.getHost()), url.getPort() < 0 ? usual : url.getPort()));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** By name or by address; nobody else's name is looked up for a hint. */
    private static boolean isHere(String host) {
        return isLocalName(host) || host.matches("[0-9.]+|\\[.*]");
    }

    /** Names below localhost are this machine by their definition, whether or not a resolver knows it. */
    private static boolean isLocalName(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    private static InetAddress resolved(String host) throws UnknownHostException {
        return isLocalName(host) ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
    }

    private static boolean answers(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
