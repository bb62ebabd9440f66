package dev.precinct.e2e;

import static dev.precinct.e2e.installation.PrecinctInstallation.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import dev.precinct.e2e.installation.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** {@code up --recorded} over what a real appliance gave. */
@Order(20)
@Installed(Kind.RECORDED)
@EnabledIf(
        value = "dev.precinct.e2e.installation.PrecinctInstallation#hasRecordedFolder",
        disabledReason =
                "no folder of an appliance's recorded files: neither SIMULATOR_RECORDED names one, nor is there"
                        + " ../shared/data/cmx/recorded beside the checkout")
class RecordedE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CLIENTS = "/api/location/v2/clients";

    @Test
    void theDemoUsersSegmentsAreChosenFromTheRecordedMaps(PrecinctInstallation precinct) throws IOException {
        String maps = recorded("maps");
        for (Status.User user : precinct.status().tenants().getFirst().users()) {
            for (String segment : user.segments()) {
                assertThat(segment.equals("*")
                                || List.of(segment.split(">")).stream().allMatch(maps::contains))
                        .as(user.name() + " sees " + segment)
                        .isTrue();
            }
        }
        String floor = precinct.demo("ana")
                .get("/v1/places")
                .json()
                .findValuesAsText("path")
                .getFirst();
        assertThat(precinct.status().user(DEMO, "ana").segments()).containsExactly(floor);
    }

    @Test
    void theListAnswersTheRecordedDevicesAndAFloorsUserThoseOfHisFloor(PrecinctInstallation precinct)
            throws IOException {
        Set<String> known = new HashSet<>();
        collect(new ObjectMapper().readTree(recorded("allClients")), known);
        String floor = WholeSystem.onlyFloorOf(precinct, "ana");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode all = precinct.demo("admin").get(CLIENTS).json();
            var seen = new HashSet<String>();
            collect(all, seen);
            assertThat(seen).isNotEmpty();
            assertThat(known).containsAll(seen);
            JsonNode own = precinct.demo("ana").get(CLIENTS).json();
            assertThat(own)
                    .isNotEmpty()
                    .allSatisfy(device -> assertThat(
                                    device.path("mapInfo").path("floorRefId").asText())
                            .isEqualTo(floor));
        });
    }

    @Test
    void theDayBeforeIsFilledInFromTheRecordedHistories(PrecinctInstallation precinct) {
        String floor = WholeSystem.onlyFloorOf(precinct, "ana");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode points = precinct.demo("ana")
                    .get("/v1/occupancy?floor=" + floor)
                    .json()
                    .path("points");
            assertThat(points)
                    .filteredOn(point -> !point.path("gap").asBoolean())
                    .hasSizeGreaterThan(20);
        });
    }

    /** All files of the recorded folder whose name begins so, as one text. */
    private static String recorded(String beginning) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.newDirectoryStream(PrecinctInstallation.recordedFolder(), beginning + "*.json")) {
            for (Path file : files) {
                text.append(Files.readString(file));
            }
        }
        assertThat(text).isNotEmpty();
        return text.toString();
    }

    private static void collect(JsonNode devices, Set<String> macs) {
        devices.forEach(device -> macs.add(device.path("macAddress").asText()));
    }
}
