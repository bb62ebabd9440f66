package dev.precinct.operator.runtimes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import dev.precinct.tenancy.runtime.RuntimeReport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks each runtime's health port. */
public final class HttpRuntimeReports implements RuntimeReports {
    private static final Logger LOG = LoggerFactory.getLogger(HttpRuntimeReports.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RuntimeAddresses addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ObjectMapper json = new ObjectMapper();

    public HttpRuntimeReports(RuntimeAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Optional<RuntimeReport> fetch(String namespace) {
        return addresses.find(namespace, RuntimeAddresses.HEALTH).flatMap(address -> ask(namespace, address));
    }

    private Optional<RuntimeReport> ask(String namespace, InetSocketAddress address) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/report"))
                .timeout(PATIENCE)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Optional.of(json.readValue(response.body(), RuntimeReport.class))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            LOG.warn("the runtime in {} sent a report that can't be read", namespace, e);
            return Optional.empty();
        } catch (IOException e) {
            LOG.debug("the runtime in {} does not answer", namespace, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
