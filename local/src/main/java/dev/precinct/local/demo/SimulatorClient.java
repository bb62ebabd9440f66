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

/** Reads the maps that the simulator serves, as any CMX program would. */
public final class SimulatorClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final String authorization;

    public SimulatorClient(URI url, String user, String password) {
        this.url = url;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The tree of {@code /api/config/v1/maps}. */
    public JsonNode maps() {
        var request = HttpRequest.newBuilder(url.resolve("/api/config/v1/maps"))
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new UserMustActException("the simulator answers " + answer.statusCode()
                        + " when asked for its maps; see its log: ./precinct logs simulator");
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UserMustActException("the simulator does not answer; see its log: ./precinct logs simulator", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the simulator was asked", e);
        }
    }
}
