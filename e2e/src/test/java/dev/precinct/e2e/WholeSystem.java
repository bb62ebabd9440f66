package dev.precinct.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.precinct.e2e.installation.PrecinctInstallation.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import dev.precinct.e2e.browser.Browsers;
import dev.precinct.e2e.browser.Portal;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.Status;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person can do at the end, whichever Kubernetes API is behind it. */
@ExtendWith(Browsers.class)
abstract class WholeSystem {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void theDemoUserOfOneFloorSeesItsPlanAndDevicesThatMove(PrecinctInstallation precinct, Browser browser) {
        String floor = onlyFloorOf(precinct, "ana");
        try (var portal = Portal.open(browser, precinct.status().portal())) {
            portal.logIn("ana", precinct.password(DEMO, "ana"));
            portal.waitForLivePlan();

            assertThat(portal.hook("floor-map")).hasAttribute("data-floor", floor);
            await().atMost(PATIENCE).until(() -> !portal.devices().isEmpty());
            var before = new HashSet<>(portal.devices());
            await().atMost(PATIENCE).until(() -> !before.equals(new HashSet<>(portal.devices())));
            assertThat(portal.findings()).isEmpty();

            portal.logOut("ana");
            portal.go("/live");
            assertThat(portal.page().getByLabel("User")).isVisible();
        }
    }

    @Test
    void theListHasExactlyTheDevicesOfTheGrantedFloor(PrecinctInstallation precinct) {
        String floor = onlyFloorOf(precinct, "ana");
        await().atMost(PATIENCE).untilAsserted(() -> {
            var before = devicesOf(precinct.truth(), floor);
            int count = precinct.demo("ana")
                    .get("/api/location/v2/clients/count")
                    .json()
                    .path("count")
                    .asInt(-1);
            JsonNode list = precinct.demo("ana").get("/api/location/v2/clients").json();
            var after = devicesOf(precinct.truth(), floor);
            assertThat(before).isNotEmpty();
            // Devices come and go while three answers are fetched.
            int moved = Math.abs(after.size() - before.size()) + 3;
            assertThat(list.size()).isBetween(before.size() - moved, after.size() + moved);
            assertThat(count).isBetween(list.size() - moved, list.size() + moved);
            for (JsonNode device : list) {
                assertThat(device.path("mapInfo").path("floorRefId").asText()).isEqualTo(floor);
            }
        });
    }

    @Test
    void aSecondTenantIsReadyApartAndLeavesNothing(PrecinctInstallation precinct) {
        precinct.command("apply", "-f", precinct.example("second-tenant.yaml").toString())
                .succeeded();
        String password = precinct.password("globex", "sam");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(precinct.tenant("globex")
                                .as("sam", password)
                                .get("/api/location/v2/clients")
                                .status())
                        .isEqualTo(200));
        assertThat(precinct.tenant(DEMO).as("sam", password).get("/v1/me").status())
                .isEqualTo(401);

        String said = precinct.command("delete", "tenant", "globex").succeeded().text();

        assertThat(said).contains("globex is deleted");
        Status status = precinct.status();
        assertThat(status.tenants()).extracting(Status.Tenant::name).containsExactly(DEMO);
        assertThat(status.units()).extracting(Status.Unit::name).doesNotContain("globex/runtime");
        assertThat(precinct.tenant("globex").as("sam", password).get("/v1/me").status())
                .isEqualTo(404);
    }

    @Test
    void afterDownAndUpEverythingIsAsItWas(PrecinctInstallation precinct) {
        String added = precinct.demo("admin")
                .send(
                        "POST",
                        "/v1/users",
                        "{\"name\":\"kept\",\"role\":\"floor-staff\",\"groups\":[],\"segments\":[\"*\"],\"disclosure\":\"Full\"}")
                .json()
                .path("password")
                .asText();
        assertThat(added).isNotEmpty();

        precinct.command("down").succeeded();
        precinct.up().succeeded();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(precinct.tenant(DEMO)
                                .as("kept", added)
                                .get("/v1/me")
                                .status())
                        .isEqualTo(200));
        assertThat(precinct.demo("admin").send("DELETE", "/v1/users/kept", "").status())
                .isEqualTo(204);
    }

    /** The one floor that this user sees, as the native API names it. */
    static String onlyFloorOf(PrecinctInstallation precinct, String user) {
        var floors = precinct.demo(user).get("/v1/places").json().findValues("floors");
        assertThat(floors).hasSize(1);
        assertThat(floors.getFirst()).hasSize(1);
        return floors.getFirst().get(0).path("id").asText();
    }

    /** MAC addresses of the devices that are on this floor in truth. */
    static Set<String> devicesOf(JsonNode truth, String floor) {
        var macs = new HashSet<String>();
        for (JsonNode device : truth) {
            if (device.path("floorId").asText().equals(floor)) {
                macs.add(device.path("macAddress").asText());
            }
        }
        return macs;
    }
}
