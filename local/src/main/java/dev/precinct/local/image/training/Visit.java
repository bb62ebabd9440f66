package dev.precinct.local.image.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What people and programs do with a tenant, once: the portal's calls, a look at the live view, the CMX API. */
final class Visit {
    static {
        // The JDK does not resolve names below localhost: the tenant is named by the header alone.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BYTES_OF_A_STREAM = 200;
    private static final List<String> CALLS = List.of(
            "/",
            "/v1/session",
            "/v1/me",
            "/v1/users",
            "/v1/permissions",
            "/api/config/v1/maps",
            "/api/config/v1/maps/count",
            "/api/location/v1/clients",
            "/api/location/v2/clients",
            "/api/location/v2/clients/count",
            "/api/location/v3/clients",
            "/api/location/v1/history/clients");

    private final int port;
    private final String tenant;
    private final String authorization;

    /** @param user as {@code status --json} names one */
    Visit(int port, String tenant, JsonNode user) {
        this.port = port;
        this.tenant = tenant;
        String both = user.path("name").asText() + ":" + user.path("password").asText();
        authorization = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with an error are let be: not every user may do everything, and refusing is worth training too. */
    void make() throws IOException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (String call : CALLS) {
                get(http, call);
            }
            JsonNode places = JSON.readTree(get(http, "/v1/places"));
            JsonNode floor = places.path("campuses")
                    .path(0)
                    .path("buildings")
                    .path(0)
                    .path("floors")
                    .path(0);
            String id = floor.path("id").asText();
            if (!id.isEmpty()) {
                get(http, "/v1/floors/" + id + "/image");
                get(http, "/v1/occupancy?floor=" + id);
                lookAt(http, "/v1/live?floor=" + id);
            }
        }
    }

    private byte[] get(HttpClient http, String path) throws IOException {
        try {
            return http.send(request(path), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void lookAt(HttpClient http, String path) throws IOException {
        try (var stream = http.send(request(path), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            stream.readNBytes(BYTES_OF_A_STREAM);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted during a training run");
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Host", tenant + ".localhost:" + port)
                .header("Authorization", authorization)
                .build();
    }
}
