package dev.precinct.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.simulator.settings.Quirk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ServedTest {
    private static final Running SIMULATOR = Running.still();
    private static final String V1 = "/api/location/v1/clients";
    private static final String V2 = "/api/location/v2/clients";
    private static final String V3 = "/api/location/v3/clients";
    private static final String MAPS = "/api/config/v1/maps";

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    private static List<String> values(JsonNode list, String name) {
        var values = new ArrayList<String>();
        list.forEach(each -> values.add(each.path(name).asText()));
        return values;
    }

    @Test
    void everyServedRouteIsDescribedAndNothingElse() throws IOException {
        var described = new TreeSet<String>();
        SIMULATOR
                .json("/openapi.json")
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var served = new TreeSet<String>();
        SIMULATOR.server.routes().forEach(route -> served.add(route.method() + " " + route.pattern()));
        assertThat(described).isEqualTo(served);
    }

    @Test
    void wrongCredentialsAreASystemErrorAndEachServiceHasItsOwnUsers() {
        for (var path : List.of(V1, V2, V3, MAPS)) {
            var refused = SIMULATOR.send("GET", path, "", "learning:wrong");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"error\":\"CMX: System error\"}");
        }
        assertThat(SIMULATOR.send("GET", V3, "", "learning:secret").statusCode())
                .isEqualTo(401);
        assertThat(SIMULATOR.send("GET", V2, "", "api:other").statusCode()).isEqualTo(401);
    }

    @Test
    void theVersionIsToldWithoutLogin() {
        var answer = SIMULATOR.send("GET", "/api/config/v1/version/image", "", "nobody:nothing");
        assertThat(Running.json(answer).path("cmx_image_version").asText()).startsWith("CISCO_CMX-10.6");
    }

    @Test
    void listsAndCountsOfAllVersionsAgree() {
        var v2 = SIMULATOR.json(V2);
        assertThat(v2).hasSizeGreaterThan(140);
        assertThat(SIMULATOR.json(V1)).isEqualTo(v2);
        assertThat(SIMULATOR.json(V2 + "/count").path("count").asInt()).isEqualTo(v2.size());
        assertThat(SIMULATOR.json(V1 + "/count").path("deviceQueryString").isNull())
                .isTrue();
        assertThat(values(SIMULATOR.json(V3), "deviceId")).isEqualTo(values(v2, "macAddress"));
        var v3 = SIMULATOR.json(V3 + "/count");
        assertThat(v3.path("totalCount").asInt()).isEqualTo(v2.size());
        assertThat(v3.path("associatedCount").asInt() + v3.path("probingCount").asInt())
                .isEqualTo(v2.size());
    }

    @Test
    void countAndListAgreeUnderAFilterAndTheFilterIsEchoed() {
        var filter = "?mapHierarchy=North%20Campus%3ELibrary%3ELevel%201";
        var count = SIMULATOR.json(V2 + "/count" + filter);
        assertThat(count.path("count").asInt())
                .isEqualTo(SIMULATOR.json(V2 + filter).size());
        assertThat(count.path("deviceQueryString").asText()).isEqualTo("mapHierarchy=North Campus>Library>Level 1");
    }

    @Test
    void pagesOfVersionTwoAreWholeAndEndWithNothing() {
        var pages = new ArrayList<String>();
        for (var page = 1; page <= 3; page++) {
            pages.addAll(values(SIMULATOR.json(V2 + "/?pageSize=60&page=" + page), "macAddress"));
        }
        assertThat(pages).isEqualTo(values(SIMULATOR.json(V2), "macAddress"));
        var after = SIMULATOR.get(V2 + "?pageSize=60&page=9");
        assertThat(after.statusCode()).isEqualTo(204);
        assertThat(after.body()).isEmpty();
        assertThat(SIMULATOR.json(V1 + "?pageSize=60&page=9")).isEmpty();
        assertThat(SIMULATOR.get(V1 + "?pageSize=x").statusCode()).isEqualTo(400);
    }

    @Test
    void nothingFoundLooksDifferentInEachVersion() {
        var unknown = "02:ff:ff:ff:ff:ff";
        assertThat(SIMULATOR.get(V1 + "/" + unknown).statusCode()).isEqualTo(404);
        assertThat(SIMULATOR.get(V2 + "?macAddress=" + unknown).statusCode()).isEqualTo(204);
        var v3 = SIMULATOR.get(V3 + "?macAddress=" + unknown);
        assertThat(v3.statusCode()).isEqualTo(200);
        assertThat(Running.json(v3)).isEmpty();
    }

    @Test
    void oneDeviceIsAnObjectInVersionOneWhateverTheCaseOfItsAddress() {
        var mac = SIMULATOR.json(V2).path(3).path("macAddress").asText();
        assertThat(SIMULATOR.json(V1 + "/" + mac).path("macAddress").asText()).isEqualTo(mac);
        assertThat(SIMULATOR.json(V1 + "/" + mac.toUpperCase(Locale.ROOT).replace(":", "%3A")))
                .isEqualTo(SIMULATOR.json(V2).path(3));
    }

    @Test
    void versionThreeRefusesUnknownFilters() {
        var refused = SIMULATOR.get(V3 + "?page=1");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Running.json(refused).path("success").asBoolean(true)).isFalse();
        assertThat(Running.json(refused).path("error").path("message").asText()).contains("Unkown");
    }

    @Test
    void idsAreExact() {
        var floor = SIMULATOR.json(V3).path(0);
        assertThat(floor.path("floorId").longValue())
                .isEqualTo(Long.parseLong(floor.path("floorRefId").asText()));
    }

    @Test
    void rawSpacesAndAnglesAreUnderstood() throws IOException {
        assertThat(SIMULATOR.raw(V2 + "/count?mapHierarchy=North Campus>Library&_=17"))
                .startsWith("HTTP/1.1 200");
        assertThat(SIMULATOR.raw(MAPS + "/info/North Campus/Library/Level 2/")).contains("\"name\":\"Level 2\"");
    }

    @Test
    void partsOfTheMapsAreFoundByNameAndUnknownOnesAreNot() {
        assertThat(SIMULATOR.json(MAPS + "/info/North%20Campus/Library").path("floorList"))
                .hasSize(3);
        assertThat(SIMULATOR.get(MAPS + "/info/North%20Campus/Lib").statusCode())
                .isEqualTo(404);
        assertThat(SIMULATOR.json(MAPS + "/floor/list")).hasSize(5);
        assertThat(SIMULATOR.json(MAPS + "/floor/list/Level%201")).hasSize(2);
        assertThat(SIMULATOR.json(MAPS + "/building/list/Library")).hasSize(1);
        assertThat(SIMULATOR.json("/api/config/v1/aps/")).hasSize(36);
    }

    @Test
    void picturesAreOpaqueAndAsLargeAsTheMapsSay() throws IOException {
        var floor = SIMULATOR.json(MAPS + "/info/North%20Campus/Library/Level%202");
        var image = ImageIO.read(new ByteArrayInputStream(
                SIMULATOR.get(MAPS + "/image/North%20Campus/Library/Level%202").body()));
        assertThat(image.getWidth()).isEqualTo(floor.path("image").path("width").asInt());
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        var name = floor.path("image").path("imageName").asText();
        assertThat(SIMULATOR.get(MAPS + "/imagesource/" + name).headers().firstValue("Content-Type"))
                .hasValue("image/png");
        assertThat(SIMULATOR.get(MAPS + "/imagesource/domain_0_1.png").statusCode())
                .isEqualTo(404);
    }

    @Test
    void historyIsNewestFirstAndTellsWhatWasLive() {
        var live = SIMULATOR.json(V2 + "?dot11Status=ASSOCIATED").path(0);
        var mac = live.path("macAddress").asText();
        var day = SIMULATOR.json("/api/location/v1/history/clients/" + mac + "?date=2026/11/18");
        assertThat(day.size()).isBetween(1, 1000);
        var times = new ArrayList<Long>();
        day.forEach(record -> times.add(record.path("changedOn").asLong()));
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(times.getFirst()).isLessThanOrEqualTo(live.path("changedOn").asLong());
        var record = day.path(0);
        assertThat(record.path("sourceTimestamp").asText())
                .isEqualTo(times.getFirst().toString());
        assertThat(record.path("statistics").path("lastLocatedTime").isNull()).isTrue();
        assertThat(record.path("ipAddress")).isEmpty();
        assertThat(SIMULATOR
                        .json("/api/location/v1/historylite/clients/" + mac + "?date=2026/11/18")
                        .path("Count")
                        .asInt())
                .isEqualTo(day.size());
        assertThat(SIMULATOR
                        .get("/api/location/v1/history/clients/" + mac + "?date=yesterday")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRangeOfHistoryStaysInsideItsBoundsAndItsLimit() {
        var all = SIMULATOR.json("/api/location/v1/history/clients");
        assertThat(all).hasSize(1000);
        var oldest = all.path(999).path("changedOn").asLong();
        var before = SIMULATOR.json("/api/location/v1/history/clients?locatedBeforeTime=" + oldest
                + "&locatedAfterTime=" + (oldest - 60_000));
        assertThat(before)
                .isNotEmpty()
                .allMatch(record -> record.path("changedOn").asLong() < oldest
                        && record.path("changedOn").asLong() > oldest - 60_000);
    }

    @Test
    void onlyRegisteredZonesAreCounted() {
        var path = "/api/config/v1/zoneCountParams/1";
        assertThat(SIMULATOR.status(
                        "PUT", path, "{\"zoneHierarchy\":[\"North Campus/Library/Level 1/Cafe\"],\"debug\":\"True\"}"))
                .isEqualTo(200);
        var counts = SIMULATOR.json(V1 + "/count/byzone").path("ZoneCounts");
        assertThat(counts.path("totalZones").asInt()).isEqualTo(1);
        var zone = counts.path("zoneCountList").path(0);
        var detail = SIMULATOR.json(
                V1 + "/count/byzone/detail?zoneId=" + zone.path("zoneId").asText());
        assertThat(detail.path("Count ").asInt())
                .isEqualTo(zone.path("zoneCount").asInt());
        assertThat(SIMULATOR.get(V1 + "/count/byzone/detail?zoneId=1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotServedIsNotFoundOrNotAllowed() {
        assertThat(SIMULATOR.get("/api/location/v9/clients").statusCode()).isEqualTo(404);
        assertThat(SIMULATOR.status("DELETE", V2, "")).isEqualTo(405);
    }

    @Test
    void quirksCanBeSwitchedOn() throws IOException {
        try (var quirky = Running.still(
                Quirk.V2_EMPTY_LIST, Quirk.FLOOR_ID_ROUNDED, Quirk.LOGIN_REDIRECT, Quirk.HISTORY_WITHOUT_HIERARCHY)) {
            assertThat(quirky.json(V2 + "?macAddress=x")).isEqualTo(new ObjectMapper().readTree("[]"));
            var record = quirky.json(V3).path(0);
            assertThat(record.path("floorId").asText())
                    .isNotEqualTo(record.path("floorRefId").asText());
            assertThat(quirky.send("GET", V2, "", "a:b").statusCode()).isEqualTo(302);
            assertThat(quirky.json("/api/location/v1/history/clients")
                            .path(0)
                            .path("mapInfo")
                            .path("mapHierarchyString")
                            .asText("-"))
                    .isEmpty();
        }
    }
}
