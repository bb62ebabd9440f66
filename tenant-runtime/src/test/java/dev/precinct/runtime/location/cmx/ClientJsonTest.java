package dev.precinct.runtime.location.cmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.location.ClientRecord;
import dev.precinct.runtime.location.LinkState;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.TestingMaps;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientJsonTest {
    private static final Instant SEEN = Instant.parse("2026-05-02T08:15:28.450Z");
    private static final Instant NOW = Instant.parse("2026-05-02T08:15:30Z");

    @Test
    void aLiveClientBecomesADevice() {
        var device = ClientJson.live(CmxDevice.number(2, SEEN).toJson(), NOW).orElseThrow();

        assertThat(device.mac()).isEqualTo("02:00:00:00:00:02");
        assertThat(device.floorId()).hasToString(TestingMaps.FLOOR_1);
        assertThat(device.seenAt()).isEqualTo(SEEN);
        assertThat(device.link()).isEqualTo(LinkState.ASSOCIATED);
        assertThat(device.client().traffic()).isEqualTo(new ClientRecord.Traffic(1540, 1400));
        assertThat(device.client().times().serverTime().getOffset()).hasToString("+02:00");
    }

    @Test
    void sentinelsAndNullsAreAbsence() {
        var json = CmxDevice.number(1, SEEN).toJson();
        json.putNull("manufacturer")
                .putObject("geoCoordinate")
                .put("latitude", -999.0)
                .put("longitude", -999.0);

        var client = ClientJson.live(json, NOW).orElseThrow().client();

        assertThat(client.geo()).isEmpty();
        assertThat(client.raw()).isEqualTo(ClientRecord.Raw.UNKNOWN);
        assertThat(client.radio().manufacturer()).isNull();
        assertThat(client.radio().maxRssi()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-05-02T10:15:28.450+0200", "2026-05-02T08:15:28.450+00:00", "2026-05-02T08:15:28.450Z"})
    void everyFormOfAnOffsetIsRead(String text) {
        var json = CmxDevice.number(1, SEEN).toJson();
        ((ObjectNode) json.path("statistics")).put("lastLocatedTime", text);

        assertThat(ClientJson.live(json, NOW).orElseThrow().seenAt()).isEqualTo(SEEN);
    }

    @Test
    void aRecordThatDoesNotSayWhereIsNothing() {
        var json = CmxDevice.number(1, SEEN).toJson();
        json.remove("mapCoordinate");

        assertThat(ClientJson.live(json, NOW)).isEmpty();
    }

    @Test
    void aHistoryRecordWithItsNullsIsRead() throws JsonProcessingException {
        var record = ClientJson.past(read("""
                {"macAddress":"00:00:2A:01:00:1e","changedOn":1777709728450,"sourceTimestamp":"1777709728450","ipAddress":[],
                 "band":"UNKNOWN","areaGlobalIdList":null,"detectingControllers":null,"userName":null,"confidenceFactor":48.0,
                 "dot11Status":"ASSOCIATED","historyLogReason":"FLOOR_CHANGE",
                 "mapInfo":{"floorRefId":"723413320329068590","mapHierarchyString":"","tagList":null},
                 "mapCoordinate":{"x":82.6,"y":19.0,"z":0.0},
                 "statistics":{"maxDetectedRssi":null,"lastLocatedTime":null,"firstLocatedTime":"1970-01-01T00:00:00.000+0000"}}""")).orElseThrow();

        assertThat(record.mac()).isEqualTo("00:00:2a:01:00:1e");
        assertThat(record.fix().seenAt()).isEqualTo(Instant.ofEpochMilli(1_777_709_728_450L));
        assertThat(record.client().times().firstLocated()).isNull();
        assertThat(record.client().told().historyLogReason()).isEqualTo("FLOOR_CHANGE");
    }

    @Test
    void aPushBecomesADevice() throws JsonProcessingException {
        var push =
                read(CmxDevice.number(2, SEEN).toPush()).path("notifications").path(0);

        var device = PushJson.device(push, NOW).orElseThrow();

        assertThat(device.mac()).isEqualTo("02:00:00:00:00:02");
        assertThat(device.seenAt()).isEqualTo(SEEN);
        assertThat(device.associated()).isTrue();
    }

    @Test
    void aPushWithoutTheExactFloorIsReadByItsNumber() throws JsonProcessingException {
        var push = (ObjectNode)
                read(CmxDevice.number(2, SEEN).toPush()).path("notifications").path(0);
        push.putNull("floorRefId");

        assertThat(PushJson.device(push, NOW).orElseThrow().floorId()).hasToString(TestingMaps.FLOOR_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"association", "absence", "containment", ""})
    void pushesThatTellNoPlaceAreNothing(String type) throws JsonProcessingException {
        var push = (ObjectNode)
                read(CmxDevice.number(2, SEEN).toPush()).path("notifications").path(0);
        push.put("notificationType", type);

        assertThat(PushJson.device(push, NOW)).isEmpty();
    }

    @Test
    void aTagIsNotAClient() throws JsonProcessingException {
        var push = (ObjectNode)
                read(CmxDevice.number(2, SEEN).toPush()).path("notifications").path(0);
        push.put("entity", "TAGS");

        assertThat(PushJson.device(push, NOW)).isEmpty();
    }

    private static JsonNode read(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }
}
