package dev.precinct.operator.runtimes;

import dev.precinct.tenancy.runtime.RuntimeAddresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks on each runtime's health port. */
public final class HttpRuntimeFarewells implements RuntimeFarewells {
    /** A CMX that is down must not hold up a deletion for longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST_REASON = 300;

    private final RuntimeAddresses addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public HttpRuntimeFarewells(RuntimeAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Optional<String> leave(String namespace) {
        return addresses
                .find(namespace, RuntimeAddresses.HEALTH)
                .map(this::ask)
                .orElseGet(() -> Optional.of("the runtime is not there to be asked"));
    }

    private Optional<String> ask(InetSocketAddress address) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/leave"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> Optional.empty();
                case 502 -> Optional.of(shortened(response.body().strip()));
                default -> Optional.of("the runtime answers with status " + response.statusCode());
            };
        } catch (IOException e) {
            return Optional.of("the runtime does not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the operator is ending");
        }
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }
}
