package dev.precinct.runtime.cmxapi.clients;

import static dev.precinct.runtime.testing.TestingPlaces.NORTH_1;
import static dev.precinct.runtime.testing.TestingPlaces.NORTH_2;
import static dev.precinct.runtime.testing.TestingPlaces.SOUTH_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.edge.RawQuery;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.CmxRecords;
import dev.precinct.runtime.testing.TestingLiveView;
import dev.precinct.runtime.testing.TestingMaps;
import dev.precinct.runtime.testing.TestingPlaces;
import dev.precinct.tenancy.permission.Disclosure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
    private static final Instant NOW = Instant.parse("2026-05-02T08:20:00.007Z");
    private static final PlaceTree PLACES = TestingPlaces.two();
    private static final Scope ALL = Scope.ofEverything(Optional.of(PLACES));
    private static final Scope NORTH_LEVEL_1 = Scope.of(PLACES, Set.of(NORTH_1), Map.of());
    private static final Scope HALL = Scope.of(PLACES, Set.of(), Map.of(NORTH_1, List.of(zone("Hall"))));

    private final TestingLiveView live = new TestingLiveView();
    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[] {7});

    private static Zone zone(String name) {
        return PLACES.floor(NORTH_1).orElseThrow().zones().stream()
                .filter(zone -> zone.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Clients seenBy(Scope scope, Disclosure disclosure) {
        return new Clients(new Viewer(scope, disclosure, pseudonyms, live), NOW);
    }

    private Clients seenBy(Scope scope) {
        return seenBy(scope, Disclosure.FULL);
    }

    private static ClientQuery query(String text) {
        return ClientQuery.lenient(RawQuery.parse(text));
    }

    private static ClientQuery strict(String text) {
        return ClientQuery.strict(RawQuery.parse(text));
    }

    private static JsonNode json(ClientAnswer answer) {
        var out = new ByteArrayOutputStream();
        try {
            answer.writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat((long) out.size()).as("Content-Length").isEqualTo(answer.length());
        return TestingPlaces.json(out.toString(StandardCharsets.UTF_8));
    }

    private static List<String> macs(ClientAnswer answer) {
        var macs = new ArrayList<String>();
        json(answer).forEach(node -> macs.add(node.path("macAddress").asText()));
        return macs;
    }

    private void crowd() {
        for (int i = 0; i < 60; i++) {
            String floor = List.of(TestingMaps.FLOOR_1, TestingMaps.FLOOR_2, TestingMaps.FLOOR_OF_SOUTH)
                    .get(i % 3);
            live.put(CmxRecords.at(i, floor, i, 10));
        }
    }

    @Test
    void whoSeesEverythingGetsTheRecordAsCmxGaveIt() {
        ObjectNode record = CmxRecords.full("02:00:00:00:00:01");
        live.put(CmxRecords.live(record));
        JsonNode shown = json(seenBy(ALL).page(query(""))).get(0);
        ((ObjectNode) record.get("statistics")).put("currentServerTime", "2026-05-02T10:20:00.007+0200");
        ((ObjectNode) shown.get("mapInfo").get("mapHierarchyDetails"))
                .put("campusAesUid", "700000000000000002")
                .put("buildingAesUid", "700000000000000003");
        assertThat(shown).isEqualTo(record);
    }

    @Test
    void fieldsThatTellOfOtherPlacesAreCut() {
        ObjectNode record = CmxRecords.full("02:00:00:00:00:01");
        record.put("apMacAddress", "02:aa:00:00:99:00");
        ((ObjectNode) record.at("/statistics/maxDetectedRssi")).put("apMacAddress", "02:aa:00:00:99:00");
        live.put(CmxRecords.live(record));
        JsonNode shown = json(seenBy(NORTH_LEVEL_1).page(query(""))).get(0);
        assertThat(shown.get("areaGlobalIdList")).isEmpty();
        assertThat(shown.get("detectingControllers").isNull()).isTrue();
        assertThat(shown.get("apMacAddress").textValue()).isEmpty();
        assertThat(shown.at("/statistics/maxDetectedRssi/apMacAddress").textValue())
                .isEmpty();
        assertThat(shown.at("/statistics/maxDetectedRssi/rssi").intValue()).isEqualTo(-57);
        assertThat(shown.at("/statistics/firstLocatedTime").isNull()).isTrue();
        assertThat(shown.get("historyLogReason").isNull()).isTrue();
        assertThat(shown.get("bytesSent").intValue()).isZero();
        assertThat(shown.get("bytesReceived").intValue()).isZero();
        assertThat(json(seenBy(NORTH_LEVEL_1).updates(strict("")))
                        .get(0)
                        .get("eventId")
                        .intValue())
                .isZero();
        List<String> names = new ArrayList<>();
        shown.fieldNames().forEachRemaining(names::add);
        List<String> allNames = new ArrayList<>();
        record.fieldNames().forEachRemaining(allNames::add);
        assertThat(names).as("the shape stays").containsExactlyInAnyOrderElementsOf(allNames);
    }

    @Test
    void anAccessPointInVisiblePlacesIsShown() {
        live.put(CmxRecords.live(CmxRecords.full("02:00:00:00:00:01")));
        JsonNode shown = json(seenBy(NORTH_LEVEL_1).page(query(""))).get(0);
        assertThat(shown.get("apMacAddress").textValue()).isEqualTo(CmxRecords.AP_OF_NORTH_1);
    }

    @Test
    void whoSeesAZoneOnlyIsToldNothingOfTheRestOfTheFloor() {
        ObjectNode record = CmxRecords.full("02:00:00:00:00:01");
        ((ObjectNode) record.get("mapInfo")).put("mapHierarchyString", "Mall>North>Level 1>Door");
        ((ObjectNode) record.at("/mapInfo/mapHierarchyDetails")).put("zones", "Door");
        ((ObjectNode) record.get("mapCoordinate")).put("x", 45.0);
        live.put(CmxRecords.live(record));
        JsonNode shown = json(seenBy(HALL).page(query(""))).get(0);
        assertThat(shown.at("/mapInfo/mapHierarchyString").textValue()).isEqualTo("Mall>North>Level 1>Hall");
        assertThat(shown.at("/mapInfo/mapHierarchyDetails/zones").textValue()).isEqualTo("Hall");
        assertThat(shown.at("/mapInfo/tagList")).isEmpty();
        assertThat(shown.at("/rawLocation/rawX").doubleValue()).isEqualTo(-999.0);
        assertThat(shown.toString()).doesNotContain("Door");
        assertThat(json(seenBy(HALL).updates(strict(""))).toString()).doesNotContain("Door");
    }

    @Test
    void thePolygonDecidesAndNotTheTextOfTheZone() {
        var insideWithForeignText = CmxRecords.full("02:00:00:00:00:01");
        ((ObjectNode) insideWithForeignText.get("mapInfo")).put("mapHierarchyString", "Mall>South>Level 1>Cellar");
        var outsideWithGrantedText = CmxRecords.full("02:00:00:00:00:02");
        ((ObjectNode) outsideWithGrantedText.get("mapCoordinate")).put("x", 150.0);
        live.put(CmxRecords.live(insideWithForeignText), CmxRecords.live(outsideWithGrantedText));
        assertThat(macs(seenBy(HALL).page(query("")))).containsExactly("02:00:00:00:00:01");
    }

    @Test
    void everyVersionPageAndCountAgrees() {
        crowd();
        for (Scope scope : List.of(ALL, NORTH_LEVEL_1, HALL)) {
            Clients clients = seenBy(scope);
            List<String> all = macs(clients.page(query("")));
            var pages = new ArrayList<String>();
            for (int page = 1; page <= 20; page++) {
                pages.addAll(macs(clients.page(query("page=" + page + "&pageSize=7"))));
            }
            assertThat(pages).isEqualTo(all);
            assertThat(clients.count(query("")).total()).isEqualTo(all.size());
            assertThat(macs(clients.updates(strict("")))).isEqualTo(all);
            var count = clients.count(strict(""));
            assertThat(count.associated() + count.probing()).isEqualTo(count.total());
            assertThat(macs(clients.updates(strict("associatedOnly=true")))).hasSize(count.associated());
            assertThat(macs(clients.updates(strict("probingOnly=true")))).hasSize(count.probing());
        }
        assertThat(macs(seenBy(NORTH_LEVEL_1).page(query("")))).hasSize(20);
    }

    @Test
    void foreignIsLikeMissing() {
        crowd();
        Clients clients = seenBy(NORTH_LEVEL_1);
        String foreign = CmxDevice.mac(1);
        String missing = CmxDevice.mac(5_000);
        assertThat(clients.single(foreign)).isEmpty();
        assertThat(clients.single(missing)).isEmpty();
        for (String filter : List.of("macAddress=", "username=", "floorRefId=")) {
            assertThat(clients.page(query(filter + foreign)).isEmpty()).isTrue();
        }
        assertThat(clients.page(query("floorRefId=" + NORTH_2)).isEmpty()).isTrue();
        assertThat(clients.updates(strict("floorId=" + SOUTH_1)).isEmpty()).isTrue();
        assertThat(clients.page(query("username=user1")).isEmpty()).isTrue();
        assertThat(clients.page(query("username=user0")).isEmpty()).isFalse();
    }

    @Test
    void aMacMayBeWrittenInAnyWay() {
        live.put(CmxRecords.live(CmxRecords.full("02:00:00:00:00:ab")));
        Clients clients = seenBy(NORTH_LEVEL_1);
        assertThat(clients.single("02:00:00:00:00:AB")).isPresent();
        assertThat(macs(clients.page(query("macAddress=02%3A00%3A00%3A00%3A00%3AAB"))))
                .hasSize(1);
        assertThat(macs(clients.updates(strict("macAddress=02:00:00:00:00:AB"))))
                .hasSize(1);
        assertThat(macs(clients.updates(strict("macAddressSearch=00:AB")))).hasSize(1);
    }

    @Test
    void aPseudonymIsAcceptedEverywhereAndTheTruthNowhere() {
        live.put(CmxRecords.live(CmxRecords.full("02:00:00:00:00:ab")));
        Clients clients = seenBy(NORTH_LEVEL_1, Disclosure.PSEUDONYMOUS);
        JsonNode shown = json(clients.page(query(""))).get(0);
        String pseudonym = shown.get("macAddress").textValue();
        assertThat(shown.toString()).doesNotContain("02:00:00:00:00:ab", "ana.real", "192.0.2.10");
        JsonNode update = json(clients.updates(strict(""))).get(0);
        assertThat(update.get("deviceId").textValue()).isEqualTo(pseudonym);
        assertThat(update.get("macAddress").textValue()).isEqualTo(pseudonym);
        assertThat(update.get("username").textValue()).isEmpty();
        assertThat(clients.single(pseudonym)).isPresent();
        assertThat(clients.page(query("macAddress=" + pseudonym)).isEmpty()).isFalse();
        assertThat(clients.updates(strict("macAddressSearch=" + pseudonym)).isEmpty())
                .isFalse();
        assertThat(clients.single("02:00:00:00:00:ab")).isEmpty();
        for (String truth :
                List.of("macAddress=02:00:00:00:00:ab", "ipAddress=192.0.2.10", "username=ana.real", "username=")) {
            assertThat(clients.page(query(truth)).isEmpty()).as(truth).isTrue();
            assertThat(clients.updates(strict(truth)).isEmpty()).as(truth).isTrue();
            assertThat(clients.count(query(truth)).total()).as(truth).isZero();
        }
        assertThat(clients.updates(strict("macAddressSearch=00:ab")).isEmpty()).isTrue();
    }

    @Test
    void pseudonymousListsAreNotInTheOrderOfTrueMacs() {
        crowd();
        List<String> shown = macs(seenBy(ALL, Disclosure.PSEUDONYMOUS).page(query("")));
        assertThat(shown).isSorted().hasSize(60);
    }

    @Test
    void aHiddenMacMatchesNothing() {
        live.put(CmxRecords.live(CmxRecords.full("02:00:00:00:00:ab")));
        var hidden = new Disclosure("no-mac", Set.of("macAddress"), Set.of(), false);
        Clients clients = seenBy(NORTH_LEVEL_1, hidden);
        assertThat(macs(clients.page(query("")))).containsExactly("");
        assertThat(clients.single("")).isEmpty();
        assertThat(clients.updates(strict("macAddressSearch=0")).isEmpty()).isTrue();
    }

    @Test
    void aHierarchyIsThePlaceOrOneBelowItAndNeverAPrefixOfAName() {
        String maps = TestingMaps.named("Level 1").replace("\"name\": \"Level 2\"", "\"name\": \"Level 10\"");
        var places = TestingPlaces.of(maps, 2);
        var plain = CmxRecords.full("02:00:00:00:00:01");
        var ten = CmxRecords.at(10, TestingMaps.FLOOR_2, 5, 5);
        live.put(CmxRecords.live(plain), ten);
        Clients clients = seenBy(Scope.ofEverything(Optional.of(places)));
        assertThat(macs(clients.page(query("mapHierarchy=Mall>North>Level 1")))).containsExactly("02:00:00:00:00:01");
        assertThat(macs(clients.page(query("mapHierarchyString=Mall%3ENorth%3ELevel%201%3EHall"))))
                .hasSize(1);
        assertThat(macs(clients.page(query("mapHierarchy=Mall>North")))).hasSize(2);
        assertThat(macs(clients.updates(strict("mapHierarchy=Level 1"))))
                .as("v3 matches a part")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", ".*", "Mall|South", "[", "(((((((((((a*)*)*)*)*)*)*)*)*)*)*"})
    void aRegularExpressionIsJustText(String bomb) {
        live.put(CmxRecords.live(CmxRecords.full("02:00:00:00:00:01")));
        assertThat(seenBy(ALL)
                        .updates(strict("mapHierarchy=" + bomb.replace("+", "%2B")))
                        .isEmpty())
                .isTrue();
        assertThat(seenBy(ALL)
                        .updates(strict("macAddressSearch=" + bomb.replace("+", "%2B")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void oddPagesHaveClearAnswers() {
        crowd();
        Clients clients = seenBy(ALL);
        assertThat(macs(clients.page(query("page=0&pageSize=7"))))
                .isEqualTo(macs(clients.page(query("page=1&pageSize=7"))));
        assertThat(clients.page(query("page=99&pageSize=7")).isEmpty()).isTrue();
        assertThat(macs(clients.page(query("pageSize=1000000000")))).hasSize(60);
        assertThat(macs(clients.page(query("pageSize=99999999999999999999")))).hasSize(60);
        assertThat(clients.page(query("page=99999999999999999999&pageSize=99999999999999999999"))
                        .isEmpty())
                .isTrue();
        assertThatThrownBy(() -> query("pageSize=0"))
                .isInstanceOf(BadQueryException.class)
                .hasMessageContaining("pageSize");
        assertThatThrownBy(() -> query("page=-1"))
                .isInstanceOf(BadQueryException.class)
                .hasMessageContaining("page");
        assertThatThrownBy(() -> query("page=x")).isInstanceOf(BadQueryException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=1",
                "_=1",
                "macAddress=02:00:00:00:00:01&ssid=campus",
                "ipAddress=192.0.2.1&ssid=campus",
                "x"
            })
    void v3RefusesWhatItDoesNotKnowAndAnythingBesideAMac(String text) {
        assertThatThrownBy(() -> strict(text)).isInstanceOf(BadQueryException.class);
    }

    @Test
    void v1AndV2TolerateWhatTheyDoNotKnow() {
        live.put(CmxRecords.live(CmxRecords.full("02:00:00:00:00:01")));
        assertThat(macs(seenBy(ALL).page(query("_=17&include=metadata&apList=true&sortBy=nonsense&&="))))
                .hasSize(1);
    }

    @Test
    void sortingIsStableAndGoesByTime() {
        var older = CmxRecords.full("02:00:00:00:00:01");
        var newer = CmxRecords.full("02:00:00:00:00:02");
        ((ObjectNode) newer.get("statistics")).put("lastLocatedTime", "2026-05-02T10:15:29.000+0200");
        newer.put("changedOn", 1777709729000L);
        live.put(CmxRecords.live(older), CmxRecords.live(newer));
        assertThat(macs(seenBy(ALL).page(query("sortBy=lastLocatedTime:DESC"))))
                .containsExactly("02:00:00:00:00:02", "02:00:00:00:00:01");
        assertThat(macs(seenBy(ALL).page(query("sortBy=lastLocatedTime:ASC"))))
                .containsExactly("02:00:00:00:00:01", "02:00:00:00:00:02");
    }

    @Test
    void theServerTimeIsThatOfTheAnswerAndEverythingElseIsKept() {
        live.put(CmxRecords.live(CmxRecords.full("02:00:00:00:00:01")));
        var viewer = new Viewer(ALL, Disclosure.FULL, pseudonyms, live);
        var first = json(new Clients(viewer, NOW).page(query("")));
        var later = json(new Clients(viewer, NOW.plusMillis(1_500)).page(query("")));
        assertThat(first.get(0).at("/statistics/currentServerTime").textValue())
                .isEqualTo("2026-05-02T10:20:00.007+0200");
        assertThat(later.get(0).at("/statistics/currentServerTime").textValue())
                .isEqualTo("2026-05-02T10:20:01.507+0200");
    }

    @Test
    void aDeviceThatMovedAwayIsGoneAndOneThatStayedIsNotRenderedAgain() {
        live.put(CmxRecords.at(1, TestingMaps.FLOOR_1, 5, 5), CmxRecords.at(2, TestingMaps.FLOOR_1, 5, 5));
        var viewer = new Viewer(NORTH_LEVEL_1, Disclosure.FULL, pseudonyms, live);
        Shown stayed = viewer.devices().get(0);
        assertThat(viewer.devices()).hasSize(2);
        live.put(CmxRecords.at(2, TestingMaps.FLOOR_2, 5, 5));
        assertThat(viewer.devices()).hasSize(1);
        assertThat(viewer.devices().get(0)).isSameAs(stayed);
    }

    @Test
    void aRenamedFloorShowsItsNewName() {
        live.put(CmxRecords.live(CmxRecords.full("02:00:00:00:00:01")));
        var renamed = TestingPlaces.of(TestingMaps.named("Ground"), 2);
        var scope = Scope.of(renamed, Set.of(NORTH_1), Map.of());
        assertThat(json(seenBy(scope).page(query("")))
                        .get(0)
                        .at("/mapInfo/mapHierarchyString")
                        .textValue())
                .isEqualTo("Mall>North>Ground>Hall");
    }

    @Test
    void manyRecordsAreWrittenWhole() {
        for (int i = 0; i < 500; i++) {
            live.put(CmxRecords.at(i, TestingMaps.FLOOR_1, 5, 5));
        }
        assertThat(macs(seenBy(ALL).page(query("")))).hasSize(500).doesNotHaveDuplicates();
        assertThat(Stream.of(json(seenBy(NORTH_LEVEL_1).page(query("pageSize=1&page=500"))))
                        .toList())
                .hasSize(1);
    }
}
