package dev.precinct.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.simulator.device.PlacedDevices;
import dev.precinct.simulator.device.SimulationClock;
import dev.precinct.simulator.drawing.FloorImages;
import dev.precinct.simulator.fault.Faults;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.place.MapsTree;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import dev.precinct.simulator.settings.Release;
import dev.precinct.simulator.synthetic.CampusPlan;
import dev.precinct.simulator.synthetic.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;

/** A simulator on a free port and a client that talks to it. */
final class Running implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final SimulatorServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Running(SimulatorServer server) {
        this.server = server;
    }

    /** With a clock that stands still, so that two answers can be compared. */
    static Running still(Quirk... quirks) {
        return start(InstantSource.fixed(Instant.ofEpochMilli(Worlds.NOON)), quirks);
    }

    static Running moving() {
        return start(InstantSource.system());
    }

    private static Running start(InstantSource wall, Quirk... quirks) {
        var venue = new LiveVenue(MapsTree.read(CampusPlan.load().mapsTree()));
        var content = new SimulatorServer.Content(
                new PlacedDevices(Worlds.campus(150, 1)),
                venue,
                new SimulationClock(wall, Instant.ofEpochMilli(Worlds.NOON), 1),
                new FloorImages(venue, CampusPlan.load().layouts(), null),
                new Faults());
        var behaviour = new Behaviour(Release.V10_6, Set.of(quirks), ZoneOffset.UTC, 1000);
        var accounts = new Accounts(new Accounts.Account("learning", "secret"), new Accounts.Account("api", "other"));
        return new Running(SimulatorServer.start(0, content, behaviour, accounts));
    }

    HttpResponse<byte[]> send(String method, String path, String body, String credentials) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                            .header("Authorization", "Basic " + base64(credentials))
                            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send("GET", path, "", path.startsWith("/api/location/v3") ? "api:other" : "learning:secret");
    }

    int status(String method, String path, String body) {
        return send(method, path, body, "learning:secret").statusCode();
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a request line that no well-behaved client would send. */
    String raw(String target) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(20_000);
            var request = "GET " + target + " HTTP/1.1\r\nHost: cmx\r\nConnection: close\r\nAuthorization: Basic "
                    + base64("learning:secret") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String base64(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
