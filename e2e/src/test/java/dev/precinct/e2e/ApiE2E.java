package dev.precinct.e2e;

import static dev.precinct.e2e.installation.PrecinctInstallation.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.e2e.installation.Api;
import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Order(3)
@Installed(Kind.EMBEDDED)
class ApiE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLIENTS = "/api/location/v2/clients";
    private static final String NOBODY = "02:00:00:ff:ff:fe";

    @Test
    void listsCountsAndPagesOfAllVersionsAgree(PrecinctInstallation precinct) {
        Api ben = precinct.demo("ben");
        // Devices come and go: the same moment is met sooner or later.
        await().atMost(PATIENCE).untilAsserted(() -> {
            int count = ben.get(CLIENTS + "/count").json().path("count").asInt(-1);
            assertThat(count).isPositive();
            assertThat(ben.get("/api/location/v1/clients").json()).hasSize(count);
            assertThat(ben.get(CLIENTS).json()).hasSize(count);
            assertThat(ben.get("/api/location/v1/clients/count")
                            .json()
                            .path("count")
                            .asInt(-1))
                    .isEqualTo(count);
            assertThat(ben.get("/api/location/v3/clients/count")
                            .json()
                            .path("totalCount")
                            .asInt(-1))
                    .isEqualTo(count);
            assertThat(pages(ben, count)).hasSize(count);
        });
    }

    private static Set<String> pages(Api user, int count) {
        var macs = new HashSet<String>();
        int size = Math.max(1, count / 3);
        for (int page = 1; (page - 1) * size < count; page++) {
            for (JsonNode device :
                    user.get(CLIENTS + "?page=" + page + "&pageSize=" + size).json()) {
                macs.add(device.path("macAddress").asText());
            }
        }
        return macs;
    }

    @Test
    void theAdministratorsListHasTheSimulatorsDevices(PrecinctInstallation precinct) {
        Api admin = precinct.demo("admin");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(macs(admin.get(CLIENTS).json())).isNotEmpty().isEqualTo(macs(precinct.truth())));
    }

    /** Polls go on meanwhile, a handful for each of those seconds; history is left out, as the first day may still be filled in. */
    @Test
    void requestsToCmxDoNotGrowWithThoseOfUsers(PrecinctInstallation precinct) {
        var requests = 300;
        long before = requestsToCmx(precinct);
        for (int i = 0; i < requests / 3; i++) {
            for (String user : List.of("ana", "ben", "admin")) {
                assertThat(precinct.demo(user).get(CLIENTS).status()).isEqualTo(200);
            }
        }
        assertThat(requestsToCmx(precinct) - before).isLessThan(requests / 3);
    }

    private static long requestsToCmx(PrecinctInstallation precinct) {
        long total = 0;
        for (var route : precinct.simulator()
                .get("/simulator/requests")
                .json()
                .path("requests")
                .properties()) {
            if (route.getKey().contains("/api/") && !route.getKey().contains("history")) {
                total += route.getValue().asLong();
            }
        }
        assertThat(total).as("the polls are counted").isPositive();
        return total;
    }

    @Test
    void aForeignDeviceLooksExactlyLikeAMissingOne(PrecinctInstallation precinct) {
        String floor = WholeSystem.onlyFloorOf(precinct, "cleo");
        Api cleo = precinct.demo("cleo");
        var foreign = macs(precinct.truth());
        foreign.removeAll(WholeSystem.devicesOf(precinct.truth(), floor));
        assertThat(foreign).isNotEmpty();
        for (String path : new String[] {
            "/api/location/v1/clients/%s", CLIENTS + "?macAddress=%s", "/api/location/v1/history/clients/%s"
        }) {
            String mac = foreign.iterator().next();
            var there = cleo.get(path.formatted(mac));
            var missing = cleo.get(path.formatted(NOBODY));
            assertThat(there.status()).as(path).isEqualTo(missing.status());
            assertThat(there.body().replace(mac, NOBODY)).as(path).isEqualTo(missing.body());
        }
    }

    @Test
    void aForeignFloorLooksExactlyLikeAMissingOne(PrecinctInstallation precinct) {
        String own = WholeSystem.onlyFloorOf(precinct, "ana");
        Api ana = precinct.demo("ana");
        var floors = new HashSet<String>();
        precinct.truth().forEach(device -> floors.add(device.path("floorId").asText()));
        floors.remove(own);
        String foreign = floors.iterator().next();
        String missing = "1234567890123456789";
        for (String path : new String[] {"/v1/floors/%s/image", "/v1/live?floor=%s", "/v1/occupancy?floor=%s"}) {
            var there = ana.get(path.formatted(foreign));
            var nowhere = ana.get(path.formatted(missing));
            assertThat(there.status()).as(path).isEqualTo(404).isEqualTo(nowhere.status());
            assertThat(there.body().replace(foreign, missing).replaceAll(there.header("x-request-id"), ""))
                    .as(path)
                    .isEqualTo(nowhere.body().replaceAll(nowhere.header("x-request-id"), ""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ana, wrong",
        "nobody, wrong",
    })
    void wrongCredentialsGetTheSameRefusal(String user, String password, PrecinctInstallation precinct) {
        assertThat(precinct.tenant(DEMO).as(user, password).get(CLIENTS).status())
                .isEqualTo(401);
    }

    @Test
    void aForgedAssertionIsWorthNothing(PrecinctInstallation precinct) {
        String forged = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.";
        assertThat(precinct.tenant(DEMO)
                        .with("X-Precinct-Assertion", forged)
                        .get("/v1/users")
                        .status())
                .isEqualTo(401);
        assertThat(precinct.demo("ana")
                        .with("X-Precinct-Assertion", forged)
                        .get("/v1/users")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anUnknownHostIsNotFound(PrecinctInstallation precinct) {
        assertThat(precinct.tenant("nowhere").get("/v1/session").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/location/v3/clients?colour=red",
                "/api/location/v3/clients?macAddress=00:00:2a:01:00:01&mapHierarchy=A"
            })
    void versionThreeIsStrict(String path, PrecinctInstallation precinct) {
        var answer = precinct.demo("admin").get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("success").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CLIENTS + "?page=0&pageSize=1000",
                CLIENTS + "?page=1&pageSize=1000000000",
                CLIENTS + "?mapHierarchy=(a%2B)%2B%24",
            })
    void oddNumbersAndTextsAreAnsweredWithoutHarm(String path, PrecinctInstallation precinct) {
        assertThat(precinct.demo("ana").get(path).status()).isIn(200, 204, 400);
    }

    @Test
    void rawSignsAndBlanksInAQueryMeanWhatTheirEncodedFormsMean(PrecinctInstallation precinct) {
        String segment = precinct.status().user(DEMO, "ana").segments().getFirst();
        assertThat(segment).contains(">").contains(" ");
        String encoded = segment.replace(" ", "%20").replace(">", "%3E");
        String floor = WholeSystem.onlyFloorOf(precinct, "ana");
        Api admin = precinct.demo("admin");
        await().atMost(PATIENCE).untilAsserted(() -> {
            var raw = admin.raw(CLIENTS + "?mapHierarchy=" + segment);
            assertThat(raw.status()).as(raw.body()).isEqualTo(200);
            assertThat(macs(raw.json()))
                    .isNotEmpty()
                    .isEqualTo(
                            macs(admin.get(CLIENTS + "?mapHierarchy=" + encoded).json()))
                    .isEqualTo(WholeSystem.devicesOf(precinct.truth(), floor));
        });
    }

    @Test
    void aMacIsUnderstoodInUpperCaseAndEncoded(PrecinctInstallation precinct) {
        Api admin = precinct.demo("admin");
        await().atMost(PATIENCE).untilAsserted(() -> {
            String mac = admin.get(CLIENTS).json().get(0).path("macAddress").asText();
            String odd = mac.toUpperCase(java.util.Locale.ROOT).replace(":", "%3A");
            JsonNode found = admin.get(CLIENTS + "?macAddress=" + odd).json();
            assertThat(found).hasSize(1);
            assertThat(found.get(0).path("macAddress").asText()).isEqualTo(mac);
        });
    }

    private static Set<String> macs(JsonNode devices) {
        var macs = new HashSet<String>();
        devices.forEach(device -> macs.add(device.path("macAddress").asText()));
        return macs;
    }
}
