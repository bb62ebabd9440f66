package dev.precinct.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {
    private static final String V2 = "/api/location/v2/clients";
    private static final String LEVEL_1 = "723413320329069011";
    private final Running simulator = Running.moving();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void fault(String fault) {
        assertThat(simulator.status("PUT", "/simulator/faults", fault)).isEqualTo(200);
    }

    @Test
    void faultsAnswerAsTheirKindSaysAndEndAgain() {
        fault("{\"kind\":\"unauthorized\"}");
        assertThat(simulator.get(V2).statusCode()).isEqualTo(401);
        fault("{\"kind\":\"redirect\"}");
        assertThat(simulator.get(V2).statusCode()).isEqualTo(302);
        fault("{\"kind\":\"system-error\"}");
        assertThat(simulator.get(V2).statusCode()).isEqualTo(500);
        fault("{\"kind\":\"unavailable\"}");
        assertThat(simulator.get(V2).statusCode()).isEqualTo(503);
        fault("{\"kind\":\"empty\"}");
        assertThat(simulator.get(V2).statusCode()).isEqualTo(204);
        fault("{\"kind\":\"none\"}");
        assertThat(simulator.get(V2).statusCode()).isEqualTo(200);
        assertThat(simulator.status("PUT", "/simulator/faults", "{\"kind\":\"odd\"}"))
                .isEqualTo(400);
    }

    @Test
    void aFaultMayHitOnePathAndOnlySoOften() {
        fault("{\"kind\":\"unavailable\",\"path\":\"/api/config\",\"times\":1}");
        assertThat(simulator.get(V2).statusCode()).isEqualTo(200);
        assertThat(simulator.get("/api/config/v1/maps").statusCode()).isEqualTo(503);
        assertThat(simulator.get("/api/config/v1/maps").statusCode()).isEqualTo(200);
    }

    @Test
    void aCutListEndsInTheMiddle() {
        fault("{\"kind\":\"cut\"}");
        assertThatThrownBy(() -> simulator.get(V2)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aSlowAnswerIsWholeAllTheSame() {
        fault("{\"kind\":\"slow\",\"delayMs\":150}");
        assertThat(simulator.json(V2)).isNotEmpty();
    }

    @Test
    void theTruthTellsEveryDeviceOfTheList() {
        var truth = simulator.json("/simulator/truth").path("devices");
        assertThat(truth.size()).isCloseTo(simulator.json(V2).size(), Offset.offset(5));
        assertThat(truth.path(0).path("true").path("x").isNumber()).isTrue();
        assertThat(truth.path(0).path("floorId").isTextual()).isTrue();
    }

    @Test
    void requestsAreCountedByRoute() {
        simulator.status("DELETE", "/simulator/requests", "");
        simulator.get(V2 + "?page=1");
        simulator.get(V2 + "/");
        assertThat(simulator
                        .json("/simulator/requests")
                        .path("requests")
                        .path("GET " + V2)
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aRenamedFloorHasItsNewNameEverywhere() {
        assertThat(simulator.status("POST", "/simulator/floors/" + LEVEL_1, "{\"name\":\"Ground\"}"))
                .isEqualTo(204);
        assertThat(simulator.json("/api/config/v1/maps/floor/list").toString()).contains("North Campus>Library>Ground");
        assertThat(simulator.json(V2 + "?floorRefId=" + LEVEL_1))
                .allMatch(client -> client.path("mapInfo")
                        .path("mapHierarchyString")
                        .asText()
                        .startsWith("North Campus>Library>Ground"));
        assertThat(simulator
                        .get("/api/config/v1/maps/image/North%20Campus/Library/Ground")
                        .statusCode())
                .isEqualTo(200);
        assertThat(simulator.status("POST", "/simulator/floors/7", "{\"name\":\"x\"}"))
                .isEqualTo(404);
        assertThat(simulator.status("POST", "/simulator/floors/" + LEVEL_1, "{\"name\":\"a>b\"}"))
                .isEqualTo(400);
    }

    @Test
    void aPlacedDeviceStandsWhereItWasPutUnderTheZoneThatWasSaid() {
        var body = "{\"macAddress\":\"02:00:00:00:00:AA\",\"floorId\":\"" + LEVEL_1
                + "\",\"x\":20,\"y\":20,\"zone\":\"Exhibition\"}";
        assertThat(simulator.status("POST", "/simulator/devices", body)).isEqualTo(201);
        var placed = simulator.json(V2 + "?macAddress=02:00:00:00:00:aa").path(0);
        assertThat(placed.path("mapCoordinate").path("x").asDouble()).isEqualTo(20);
        assertThat(placed.path("mapInfo").path("mapHierarchyString").asText()).endsWith(">Exhibition");
        assertThat(simulator.status("POST", "/simulator/devices", "{\"macAddress\":\"x\"}"))
                .isEqualTo(400);
        assertThat(simulator.status("DELETE", "/simulator/devices/02:00:00:00:00:aa", ""))
                .isEqualTo(204);
        assertThat(simulator.get(V2 + "?macAddress=02:00:00:00:00:aa").statusCode())
                .isEqualTo(204);
    }

    @Test
    void aSubscriptionIsPutListedAndDeleted() {
        var path = "/api/config/v1/notifications";
        var body = "{\"name\":\"one\",\"notificationType\":\"Movement\",\"rules\":[],\"subscribers\":[]}";
        assertThat(simulator.status("PUT", "/api/config/v1/notification", body)).isEqualTo(201);
        assertThat(simulator.status("PUT", path, "[" + body.replace("one", "two") + "]"))
                .isEqualTo(201);
        assertThat(simulator.json(path)).hasSize(2);
        assertThat(simulator.json(path + "/one").path("userId").asText()).isEqualTo("learning");
        assertThat(simulator.status("DELETE", path + "/one", "")).isEqualTo(200);
        assertThat(simulator.get(path + "/one").statusCode()).isEqualTo(404);
        assertThat(simulator.status("PUT", path, "no json")).isEqualTo(400);
        assertThat(simulator.status("PUT", path, "{\"name\":\"x\",\"notificationType\":\"odd\"}"))
                .isEqualTo(400);
        assertThat(simulator.status(
                        "PUT",
                        path,
                        body.replace(
                                "\"subscribers\":[]", "\"subscribers\":[{\"receivers\":[{\"uri\":\"file:///etc\"}]}]")))
                .isEqualTo(400);
    }

    @Test
    void locationUpdatesArePushedToNamesBelowLocalhostWithTheirHeaders() throws IOException, InterruptedException {
        var received = new LinkedBlockingQueue<List<String>>();
        var receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.createContext("/cmx", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(List.of(
                    exchange.getRequestHeaders().getFirst("Host"),
                    exchange.getRequestHeaders().getFirst("X-Secret"),
                    body));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        var port = receiver.getAddress().getPort();
        var body = "{\"name\":\"one\",\"notificationType\":\"LocationUpdate\",\"rules\":[{\"conditions\":["
                + "{\"condition\":\"locationupdate.deviceType == client\"}]}],\"subscribers\":[{\"receivers\":["
                + "{\"uri\":\"http://acme.localhost:" + port + "/cmx\",\"headers\":{\"X-Secret\":\"s\"}}]}]}";
        assertThat(simulator.status("PUT", "/api/config/v1/notification", body)).isEqualTo(201);
        var push = received.poll(20, TimeUnit.SECONDS);
        receiver.stop(0);
        assertThat(push).isNotNull();
        assertThat(push.subList(0, 2)).containsExactly("acme.localhost:" + port, "s");
        var notification =
                new ObjectMapper().readTree(push.get(2)).path("notifications").path(0);
        assertThat(notification.path("notificationType").asText()).isEqualTo("locationupdate");
        assertThat(notification.path("floorId").isIntegralNumber()).isTrue();
        assertThat(notification.path("lastSeen").asText()).endsWith("+0000");
    }
}
