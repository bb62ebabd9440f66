package dev.precinct.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;

/** Reads what the simulator serves, as any CMX program would. */
public final class SimulatorClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final String authorization;

    public SimulatorClient(URI url, String user, String password) {
        this.url = url;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** What is served: the places, and how many devices are where. */
    public ServedPlaces places() {
        var devices = new HashMap<String, Integer>();
        for (JsonNode client : fetch("/api/location/v2/clients")) {
            devices.merge(client.path("mapInfo").path("floorRefId").asText(), 1, Integer::sum);
        }
        return new ServedPlaces(fetch("/api/config/v1/maps"), devices);
    }

    private JsonNode fetch(String path) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> JSON.readTree(answer.body());
                // CMX's way to say that a list is empty.
                case 204 -> JSON.createArrayNode();
                default ->
                    throw new UserMustActException("the simulator answers " + answer.statusCode() + " to " + path
                            + "; see its log: ./precinct logs simulator");
            };
        } catch (IOException e) {
            throw new UserMustActException("the simulator does not answer; see its log: ./precinct logs simulator", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the simulator was asked", e);
        }
    }
}
