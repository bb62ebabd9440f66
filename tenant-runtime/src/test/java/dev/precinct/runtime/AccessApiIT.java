package dev.precinct.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.Folders;
import dev.precinct.runtime.testing.Gateway;
import dev.precinct.runtime.testing.RuntimeProcess;
import dev.precinct.runtime.testing.TestingCmx;
import dev.precinct.runtime.testing.TestingMaps;
import dev.precinct.runtime.testing.TestingPlaces;
import dev.precinct.runtime.testing.TestingRedis;
import dev.precinct.runtime.testing.persistence.TestingPostgres;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import dev.precinct.tenancy.assertion.AssertionKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A runtime over a CMX with two buildings, asked as the gateway asks. Only the faults come in an order: they end what others need. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessApiIT {
    private static final TenantKeys KEYS = new TenantKeys(new TenantId("0123456789abcdef0123456789abcdef"));
    private static final AssertionKeys SIGNING = AssertionKeys.generate();
    private static final String FOREIGN = CmxDevice.mac(100);
    private static final String MISSING = CmxDevice.mac(9_999);
    private static final String OWN = CmxDevice.mac(1);
    private static final List<HttpResponse<String>> BEFORE_CMX_WAS_HEARD = new ArrayList<>();
    private static final String SEED = """
            {"roles": [{"name": "viewer", "allow": ["clients:read", "maps:read", "analytics:read", "history:read"]}],
             "groups": [{"name": "counters", "role": "viewer", "segments": ["Mall"], "disclosure": "Aggregated"}],
             "users": [
               {"name": "ana", "role": "viewer", "segments": ["Mall>North>Level 1"]},
               {"name": "ben", "role": "viewer", "segments": ["Mall>North>Level 1>Hall"], "disclosure": "Pseudonymous"},
               {"name": "kim", "groups": ["counters"]}%s],
             "administrator": "admin"}""";

    private static TestingRedis redis;
    private static TestingCmx cmx;
    private static RuntimeProcess runtime;
    private static Gateway gateway;
    private static Path mounts;

    @BeforeAll
    static void start() throws IOException {
        redis = TestingRedis.start(TestingRedis.Version.SEVEN, KEYS);
        cmx = TestingCmx.start();
        cmx.fault(TestingCmx.Fault.ERROR);
        mounts = Folders.of(Map.of("permissions.json", SEED.formatted(""), "jwks.json", SIGNING.publicJwkSet()));
        Path passwords = Folders.of(Map.of("admin", "admin-secret", "ana", "ana-secret", "ben", "b", "kim", "k"));
        runtime = RuntimeProcess.start(
                KEYS,
                TestingPostgres.database(),
                redis.settings(),
                Optional.of(cmx),
                Map.of(
                        "PRECINCT_SEED_FILE", mounts.resolve("permissions.json").toString(),
                        "PRECINCT_ASSERTION_KEYS", mounts.resolve("jwks.json").toString(),
                        "PRECINCT_PASSWORDS", passwords.toString()));
        gateway = new Gateway(KEYS.tenant(), SIGNING, runtime.port());
        within(
                90,
                () -> assertThat(runtime.health("/health/ready").status())
                        .as(runtime.log())
                        .isEqualTo(200));
        for (String path : List.of("/api/location/v2/clients", "/api/location/v1/clients/count", "/v1/places")) {
            BEFORE_CMX_WAS_HEARD.add(gateway.get("ana", path));
        }
        populate();
        within(
                60,
                () -> assertThat(gateway.get("admin", "/api/location/v1/clients/count")
                                .body())
                        .contains("\"count\":13"));
        within(60, () -> assertThat(gateway.get("ana", "/v1/me").body()).contains("\"resolved\":true"));
    }

    private static void populate() {
        var devices = new ArrayList<CmxDevice>();
        for (int i = 0; i < 8; i++) {
            devices.add(CmxDevice.number(i, Instant.now()));
        }
        devices.add(CmxDevice.number(50, Instant.now()).at(TestingMaps.FLOOR_1, 150, 20));
        for (int i = 100; i < 104; i++) {
            devices.add(CmxDevice.number(i, Instant.now()).at(TestingMaps.FLOOR_OF_SOUTH, 10, 10));
        }
        cmx.devices(devices);
        cmx.history(devices);
        cmx.fault(TestingCmx.Fault.NONE);
    }

    private static void within(int seconds, ThrowingRunnable condition) {
        await().atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(condition);
    }

    @AfterAll
    static void stop() {
        runtime.close();
        cmx.close();
        redis.close();
    }

    private static JsonNode json(String user, String path) {
        var response = gateway.get(user, path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestingPlaces.json(response.body());
    }

    private static TreeSet<String> macs(JsonNode list) {
        var macs = new TreeSet<String>();
        list.forEach(each -> macs.add(each.path("macAddress").asText()));
        return macs;
    }

    @Test
    void beforeCmxWasHeardNothingIsSaidToBeEmpty() {
        assertThat(BEFORE_CMX_WAS_HEARD)
                .allSatisfy(response -> assertThat(response.statusCode()).isIn(502, 503));
        assertThat(BEFORE_CMX_WAS_HEARD.getFirst().body()).startsWith("{\"error\":");
        assertThat(BEFORE_CMX_WAS_HEARD.getLast().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void nobodyComesInWithoutTheGatewaysWord() {
        var foreign = new TenantId("ffffffffffffffffffffffffffffffff");
        var forged = new Gateway(KEYS.tenant(), AssertionKeys.generate(), runtime.port());
        for (String assertion : List.of(
                "", "x.y.z", gateway.assertion(foreign, "ana"), forged.assertion("ana"), gateway.assertion("nobody"))) {
            for (String path : List.of("/api/location/v2/clients", "/v1/me", "/nowhere", "/openapi")) {
                assertThat(gateway.sendWith(assertion, "GET", path, "").statusCode())
                        .as(path)
                        .isEqualTo(401);
            }
        }
        assertThat(runtime.get("/v1/me").status()).isEqualTo(401);
        assertThat(runtime.log()).doesNotContain(gateway.assertion("ana").split("\\.")[0]);
    }

    @Test
    void aUserGetsExactlyTheDevicesOfHisFloorInEveryVersion() {
        JsonNode v2 = json("ana", "/api/location/v2/clients");
        assertThat(v2).hasSize(9);
        var list = gateway.get("ana", "/api/location/v2/clients");
        assertThat(list.headers().firstValueAsLong("Content-Length"))
                .hasValue(list.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(macs(v2)).contains(OWN).doesNotContain(FOREIGN);
        assertThat(macs(json("ana", "/api/location/v1/clients"))).isEqualTo(macs(v2));
        assertThat(macs(json("ana", "/api/location/v3/clients"))).isEqualTo(macs(v2));
        assertThat(json("ana", "/api/location/v2/clients/count").get("count").intValue())
                .isEqualTo(9);
        JsonNode v3 = json("ana", "/api/location/v3/clients/count");
        assertThat(v3.get("totalCount").intValue()).isEqualTo(9);
        assertThat(v3.get("associatedCount").intValue() + v3.get("probingCount").intValue())
                .isEqualTo(9);
        assertThat(json("admin", "/api/location/v2/clients/?page=1&pageSize=1000"))
                .hasSize(13);
        assertThat(json(
                                "ana",
                                "/api/location/v1/clients/"
                                        + OWN.toUpperCase(Locale.ROOT).replace(":", "%3A"))
                        .get("macAddress")
                        .textValue())
                .isEqualTo(OWN);
    }

    @Test
    void foreignThingsLookExactlyLikeMissingOnes() {
        String day = DateTimeFormatter.ofPattern("uuuu/MM/dd").format(LocalDate.now(ZoneOffset.UTC));
        Map<String, String> pairs = Map.of(
                "/api/location/v1/clients/" + FOREIGN,
                "/api/location/v1/clients/" + MISSING,
                "/api/location/v2/clients?macAddress=" + FOREIGN,
                "/api/location/v2/clients?macAddress=" + MISSING,
                "/api/location/v3/clients?macAddress=" + FOREIGN,
                "/api/location/v3/clients?macAddress=" + MISSING,
                "/api/location/v1/history/clients/" + FOREIGN + "?date=" + day,
                "/api/location/v1/history/clients/" + MISSING + "?date=" + day,
                "/api/config/v1/maps/info/Mall/South",
                "/api/config/v1/maps/info/Mall/Nowhere",
                "/api/config/v1/maps/info/Mall/North/Level%202",
                "/api/config/v1/maps/info/Mall/North/Level%203",
                "/api/config/v1/maps/image/Mall/South/Level%201",
                "/api/config/v1/maps/image/Mall/North/Level%209",
                "/v1/floors/" + TestingMaps.FLOOR_OF_SOUTH + "/image",
                "/v1/floors/12345/image",
                "/v1/occupancy?floor=" + TestingMaps.FLOOR_OF_SOUTH,
                "/v1/occupancy?floor=12345",
                "/v1/live?floor=" + TestingMaps.FLOOR_OF_SOUTH,
                "/v1/live?floor=12345");
        pairs.forEach((foreign, missing) -> {
            var one = gateway.get("ana", foreign);
            var other = gateway.get("ana", missing);
            assertThat(one.statusCode())
                    .as(foreign)
                    .isEqualTo(other.statusCode())
                    .isNotEqualTo(500);
            assertThat(one.body()).as(foreign).isEqualTo(other.body());
            assertThat(one.headers().map().keySet())
                    .isEqualTo(other.headers().map().keySet());
        });
        assertThat(gateway.get("ana", "/api/location/v2/clients?macAddress=" + FOREIGN)
                        .statusCode())
                .isEqualTo(204);
        assertThat(gateway.get("ana", "/api/location/v3/clients?macAddress=" + FOREIGN)
                        .body())
                .isEqualTo("[]");
        assertThat(gateway.get("ana", "/api/location/v1/clients/" + FOREIGN).statusCode())
                .isEqualTo(404);
    }

    /** Raw blanks never come here: the gateway escapes them, and nothing else. */
    @Test
    void rawAngleBracketsAndOtherStrangeCharactersAreUnderstood() {
        assertThat(gateway.raw("ana", "/api/location/v2/clients?mapHierarchy=Mall>North>Level%201"))
                .startsWith("HTTP/1.1 200")
                .contains(OWN);
        assertThat(gateway.raw("ana", "/api/location/v3/clients?mapHierarchy=(a+)+$|[{\"^`\\"))
                .startsWith("HTTP/1.1 200")
                .endsWith("[]");
        assertThat(gateway.raw("ana", "/api/config/v1/maps/info/Mall/North/Level%201"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void badQueriesHaveClearAnswersInTheShapeOfTheirApi() {
        var unknown = gateway.get("ana", "/api/location/v3/clients?page=1");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(TestingPlaces.json(unknown.body()).get("success").booleanValue())
                .isFalse();
        assertThat(gateway.get("ana", "/api/location/v3/clients?macAddress=" + OWN + "&ssid=campus")
                        .statusCode())
                .isEqualTo(400);
        var size = gateway.get("ana", "/api/location/v2/clients?pageSize=0");
        assertThat(size.statusCode()).isEqualTo(400);
        assertThat(size.body()).startsWith("{\"error\":").contains("pageSize");
        assertThat(gateway.get("ana", "/api/location/v2/clients?page=99&pageSize=5")
                        .statusCode())
                .isEqualTo(204);
        assertThat(gateway.get("ana", "/api/location/v1/clients?page=99&pageSize=5")
                        .body())
                .isEqualTo("[]");
        assertThat(gateway.get("ana", "/api/location/v2/nothing").body()).startsWith("{\"error\":");
        assertThat(gateway.get("ana", "/v1/nothing").body()).contains("precinct.dev/problems/not-found");
        assertThat(gateway.get("ana", "/v1/occupancy?floor=1&step=PT7M").statusCode())
                .isEqualTo(422);
        assertThat(gateway.get("ana", "/v1/live").statusCode()).isEqualTo(422);
    }

    @Test
    void historyIsCutToTheCallersPlaces() {
        assertThat(macs(json("ana", "/api/location/v1/history/clients")))
                .hasSize(9)
                .doesNotContain(FOREIGN);
        assertThat(json("ana", "/api/location/v1/history/clients/" + OWN)).hasSize(1);
    }

    @Test
    void mapsAreCutToTheCallersPlaces() {
        assertThat(json("ana", "/api/config/v1/maps").toString()).doesNotContain("South", "Level 2");
        assertThat(json("ana", "/api/config/v1/maps/count").get("totalFloors").intValue())
                .isEqualTo(1);
        assertThat(json("ana", "/api/config/v1/maps/floor/list").get(0).textValue())
                .isEqualTo("Mall>North>Level 1");
        assertThat(json("ana", "/api/config/v1/aps/")).hasSize(1);
        assertThat(gateway.get("ana", "/api/config/v1/maps/imagesource/domain_0_1.png")
                        .body())
                .isEqualTo("PNG");
        assertThat(gateway.get("ben", "/api/config/v1/maps/imagesource/domain_0_1.png")
                        .statusCode())
                .as("a picture that can't be masked is not shown")
                .isEqualTo(404);
        JsonNode places = json("ben", "/v1/places");
        assertThat(places.at("/campuses/0/buildings/0/floors/0/whole").booleanValue())
                .isFalse();
        assertThat(places.toString()).contains("Hall").doesNotContain("Door");
    }

    @Test
    void aZoneAndAPseudonymAreAllThatSomeSee() {
        JsonNode list = json("ben", "/api/location/v2/clients");
        assertThat(list).hasSize(8);
        assertThat(list.toString()).doesNotContain(OWN, "192.0.2.10");
        String pseudonym = list.get(0).get("macAddress").textValue();
        assertThat(gateway.get("ben", "/api/location/v1/clients/" + pseudonym).statusCode())
                .isEqualTo(200);
        assertThat(gateway.get("ben", "/api/location/v1/clients/" + OWN).statusCode())
                .isEqualTo(404);
        assertThat(json("ben", "/api/location/v1/history/clients/" + pseudonym)).hasSize(1);
        assertThat(gateway.get("ben", "/api/location/v1/history/clients/" + OWN).statusCode())
                .isEqualTo(404);
        assertThat(json("ben", "/v1/occupancy?floor=" + TestingMaps.FLOOR_1).get("points"))
                .isNotEmpty();
    }

    @Test
    void countsOnlyMeansCountsOnlyAndNoSmallOnes() {
        assertThat(gateway.get("kim", "/api/location/v2/clients").statusCode()).isEqualTo(403);
        assertThat(gateway.get("kim", "/api/location/v1/clients/" + OWN).statusCode())
                .isEqualTo(403);
        assertThat(gateway.get("kim", "/api/location/v1/history/clients").statusCode())
                .isEqualTo(403);
        assertThat(json("kim", "/api/location/v2/clients/count").get("count").intValue())
                .isEqualTo(13);
        assertThat(gateway.get("kim", "/api/location/v2/clients/count?floorRefId=" + TestingMaps.FLOOR_OF_SOUTH)
                        .statusCode())
                .isEqualTo(403);
        assertThat(gateway.get("kim", "/api/location/v2/clients/count?macAddress=" + OWN)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Timeout(60)
    void aLiveStreamTellsASnapshotAndThenWhatMoves() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                gateway.stream("ana", "/v1/live?floor=" + TestingMaps.FLOOR_1), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).as("opening comment").startsWith(":").isNotEqualTo(":");
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("event: snapshot");
            JsonNode snapshot = TestingPlaces.json(lines.readLine().substring("data: ".length()));
            assertThat(snapshot.get("devices")).hasSize(9);
            assertThat(snapshot.at("/count/devices").intValue()).isEqualTo(9);
            String push = CmxDevice.number(1, Instant.now())
                    .at(TestingMaps.FLOOR_1, 33, 33)
                    .toPush();
            assertThat(runtime.push(RuntimeProcess.SECRET, push).status()).isEqualTo(200);
            JsonNode moved = nextUpdateOf(lines, OWN);
            assertThat(moved.get("x").doubleValue()).isIn(33.0, 20.0);
        }
    }

    private static JsonNode nextUpdateOf(BufferedReader lines, String id) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                for (JsonNode device :
                        TestingPlaces.json(line.substring("data: ".length())).path("upserts")) {
                    if (device.get("id").textValue().equals(id)) {
                        return device;
                    }
                }
            }
        }
        throw new AssertionError("the stream ended");
    }

    @Test
    void theAdministratorManagesUsers() {
        String body =
                "{\"name\":\"eva\",\"role\":\"viewer\",\"groups\":[],\"segments\":[\"Mall>South\"],\"disclosure\":null}";
        var added = gateway.send("admin", "POST", "/v1/users", body);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(TestingPlaces.json(added.body()).get("password").textValue()).hasSize(20);
        assertThat(json("eva", "/api/location/v2/clients")).hasSize(4);
        assertThat(gateway.send("admin", "POST", "/v1/users", body).statusCode())
                .isEqualTo(409);
        var bad = gateway.send(
                "admin", "POST", "/v1/users", "{\"name\":\"x y\",\"role\":\"none\",\"segments\":[\"Mall>South\"]}");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("\"field\":\"name\"", "\"field\":\"role\"");
        assertThat(gateway.send("admin", "POST", "/v1/users", "{\"name\":\"o\",\"segments\":[\"Nowhere\"]}")
                        .body())
                .contains("\"field\":\"segments\"");
        assertThat(gateway.send("admin", "POST", "/v1/users", "[").statusCode()).isEqualTo(400);
        var narrowed = gateway.send("admin", "PATCH", "/v1/users/eva", "{\"segments\":[\"Mall>North>Level 2\"]}");
        assertThat(narrowed.statusCode()).as(narrowed.body()).isEqualTo(200);
        assertThat(gateway.get("eva", "/api/location/v2/clients").statusCode()).isEqualTo(204);
        assertThat(gateway.send("admin", "POST", "/v1/users/eva/password", "").body())
                .contains("password");
        assertThat(json("admin", "/v1/users").toString()).contains("eva").doesNotContain("argon2", "password");
        assertThat(gateway.send("admin", "DELETE", "/v1/users/eva", "").statusCode())
                .isEqualTo(204);
        assertThat(gateway.get("eva", "/v1/me").statusCode()).isEqualTo(401);
        assertThat(gateway.send("admin", "DELETE", "/v1/users/eva", "").statusCode())
                .isEqualTo(404);
        assertThat(gateway.send("admin", "DELETE", "/v1/users/admin", "").statusCode())
                .isEqualTo(409);
        assertThat(json("admin", "/v1/permissions").get("segments").toString())
                .contains("\"*\"", "Mall>North>Level 1>Hall");
    }

    @Test
    void aUserWhomTheYamlDropsIsOutAndOneWhomItAddsIsIn() throws IOException {
        replaceSeed(SEED.formatted(", {\"name\": \"tom\", \"role\": \"viewer\", \"segments\": [\"Mall>South\"]}"));
        within(10, () -> assertThat(gateway.get("tom", "/v1/me").statusCode()).isEqualTo(200));
        replaceSeed(SEED.formatted(""));
        within(10, () -> assertThat(gateway.get("tom", "/v1/me").statusCode()).isEqualTo(401));
        replaceSeed("no seed at all");
        within(10, () -> assertThat(runtime.health("/report").body()).contains("\"error\""));
        assertThat(gateway.get("ana", "/v1/me").statusCode()).isEqualTo(200);
        replaceSeed(SEED.formatted(""));
        within(10, () -> assertThat(runtime.health("/report").body()).doesNotContain("\"error\""));
    }

    private static void replaceSeed(String text) throws IOException {
        Path fresh = mounts.resolve("fresh");
        Files.writeString(fresh, text);
        Files.move(fresh, mounts.resolve("permissions.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whileCmxIsDownTheLastKnownDataComeWithTheirAge() {
        cmx.fault(TestingCmx.Fault.ERROR);
        within(
                60,
                () -> assertThat(gateway.get("ana", "/api/location/v2/clients")
                                .headers()
                                .firstValue("Warning"))
                        .hasValueSatisfying(warning -> assertThat(warning).startsWith("110")));
        var stale = gateway.get("ana", "/api/location/v2/clients");
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(TestingPlaces.json(stale.body())).hasSize(9);
        assertThat(stale.headers().firstValueAsLong("Age")).isPresent();
        assertThat(gateway.get("ana", "/v1/places").headers().firstValue("Warning"))
                .isPresent();
        assertThat(gateway.get("ana", "/api/location/v1/history/clients/" + OWN + "?date=2020/01/01")
                        .statusCode())
                .isIn(502, 503);
    }
}
