package dev.precinct.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.e2e.installation.Api;
import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Last of its kind: the names that other tests use come back a map sync after its end. */
@Order(9)
@Installed(Kind.EMBEDDED)
class RenamedFloorE2E {
    /** Maps are asked for every two minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void aFloorRenamedWhileItRunsStaysGrantedAndLosesNoDevice(PrecinctInstallation precinct) {
        String floor = WholeSystem.onlyFloorOf(precinct, "ana");
        Api ana = precinct.demo("ana");
        String before = pathOf(ana);
        String after = before.replaceFirst("[^>]*$", "Renamed");
        var wrong = new ArrayList<String>();
        precinct.rename(floor, "Renamed");
        try {
            await().pollInterval(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> {
                var answer = ana.get("/api/location/v2/clients");
                if (answer.status() != 200 || !isOf(floor, answer.json())) {
                    wrong.add(answer.status() + " " + answer.body());
                }
                return pathOf(ana).equals(after);
            });
            assertThat(wrong).isEmpty();
            JsonNode devices = ana.get("/api/location/v2/clients").json();
            assertThat(devices)
                    .isNotEmpty()
                    .allSatisfy(device -> assertThat(device.path("mapInfo")
                                    .path("mapHierarchyString")
                                    .asText())
                            .startsWith(after));
        } finally {
            precinct.rename(floor, before.replaceFirst(".*>", ""));
        }
    }

    private static boolean isOf(String floor, JsonNode devices) {
        for (JsonNode device : devices) {
            if (!device.path("mapInfo").path("floorRefId").asText().equals(floor)) {
                return false;
            }
        }
        return !devices.isEmpty();
    }

    private static String pathOf(Api user) {
        return user.get("/v1/places").json().findValuesAsText("path").getFirst();
    }
}
