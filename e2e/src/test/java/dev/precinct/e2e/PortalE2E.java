package dev.precinct.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.precinct.e2e.installation.PrecinctInstallation.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.precinct.e2e.browser.Browsers;
import dev.precinct.e2e.browser.Portal;
import dev.precinct.e2e.browser.Portal.Shown;
import dev.precinct.e2e.browser.Portal.Sight;
import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Order(2)
@Installed(Kind.EMBEDDED)
@ExtendWith(Browsers.class)
class PortalE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double SAME_PLACE_FEET = 0.5;

    /** A place that the simulator reported for a device of the floor. */
    private record Reported(double x, double y) {
        static Reported of(JsonNode device) {
            JsonNode place = device.path("reported");
            return new Reported(place.path("x").asDouble(), place.path("y").asDouble());
        }

        boolean is(Shown shown) {
            return Math.hypot(x - shown.x(), y - shown.y()) < SAME_PLACE_FEET;
        }
    }

    @Test
    void markersStandWhereTheSimulatorReportedDevicesOfThatFloor(PrecinctInstallation precinct, Browser browser) {
        String floor = WholeSystem.onlyFloorOf(precinct, "ana");
        try (var portal = logIn(precinct, browser, "ana")) {
            portal.waitForLivePlan();
            var reported = new ArrayList<Reported>();
            var shown = new ArrayList<Shown>();
            // A place that is shown was reported some seconds before: all that was reported is kept until then.
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> {
                        reported.addAll(reportedOn(floor, precinct.truth()));
                        shown.clear();
                        shown.addAll(portal.devices());
                        assertThat(shown).isNotEmpty();
                        assertThat(shown)
                                .filteredOn(each -> reported.stream().noneMatch(place -> place.is(each)))
                                .isEmpty();
                    });
        }
    }

    @Test
    void eachDeviceOfTheFloorIsShownWhereItWasReportedAndNoOther(PrecinctInstallation precinct, Browser browser) {
        String floor = WholeSystem.onlyFloorOf(precinct, "ana");
        // The administrator sees devices by their own addresses: only so one can be compared with its truth.
        try (var portal = logIn(precinct, browser, "admin")) {
            portal.go("/live/" + floor);
            portal.waitForLivePlan();
            var reported = new HashMap<String, List<Reported>>();
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> {
                        JsonNode truth = precinct.truth();
                        truth.forEach(device -> reported.computeIfAbsent(
                                        device.path("macAddress").asText(), mac -> new ArrayList<>())
                                .add(Reported.of(device)));
                        List<Shown> shown = portal.devices();
                        assertThat(shown)
                                .isNotEmpty()
                                .extracting(Shown::id)
                                .containsExactlyInAnyOrderElementsOf(WholeSystem.devicesOf(truth, floor));
                        assertThat(shown)
                                .allSatisfy(each -> assertThat(reported.get(each.id()))
                                        .as(each.id())
                                        .anyMatch(place -> place.is(each)));
                        assertThat(portal.hook("floor-map").getAttribute("data-markers"))
                                .isEqualTo(Integer.toString(shown.size()));
                    });
        }
    }

    @Test
    void countsNowAndOverTheLastDayAreThere(PrecinctInstallation precinct, Browser browser) {
        try (var portal = logIn(precinct, browser, "ana")) {
            portal.waitForLivePlan();
            await().atMost(PATIENCE)
                    .until(() -> Integer.toString(portal.devices().size())
                            .equals(number(portal.hook("count-devices").innerText())));
            portal.go("/occupancy");
            portal.hook("occupancy-chart").waitFor();
            portal.button("Table").click();
            Locator measured = portal.page().locator("[data-testid=point][data-state=measured]");
            measured.first().waitFor();
            // The day before the first start comes from CMX's history.
            assertThat(measured.count()).isGreaterThan(20);
            assertThat(number(portal.hook("now-devices").innerText())).isNotEmpty();
            assertThat(portal.findings()).isEmpty();
        }
    }

    @Test
    void theAdministratorAddsAUserWhoLogsInAndIsGoneWhenRemoved(PrecinctInstallation precinct, Browser browser) {
        try (var admin = logIn(precinct, browser, "admin")) {
            admin.go("/users");
            admin.button("Add user").click();
            Page page = admin.page();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Name").fill("nora");
            choose(page, dialog.getByRole(AriaRole.COMBOBOX, named("Role")), "floor-staff");
            Locator segments = dialog.getByRole(AriaRole.COMBOBOX, named("Places"));
            segments.fill("*");
            segments.press("Enter");
            segments.press("Escape");
            dialog.getByRole(AriaRole.BUTTON, named("Add user")).click();
            String password = admin.hook("password").inputValue();
            admin.button("Done").click();
            assertThat(admin.findings()).isEmpty();

            try (var nora = Portal.open(browser, precinct.status().portal())) {
                nora.logIn("nora", password);
                nora.go("/live");
                nora.waitForLivePlan();
                remove(admin, "nora");
                // She does nothing, and yet her plan may show nothing any more.
                nora.page().getByLabel("User").waitFor(new Locator.WaitForOptions().setTimeout(15_000));
            }
            await().atMost(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(precinct.tenant(DEMO)
                                    .as("nora", password)
                                    .get("/v1/me")
                                    .status())
                            .isEqualTo(401));
        }
    }

    private static void remove(Portal admin, String user) {
        admin.button("Actions for " + user).click();
        admin.page().getByRole(AriaRole.MENUITEM, titled("Remove…")).click();
        admin.button("Remove user").click();
        assertThat(admin.page().locator("[data-testid=user][data-user=" + user + "]"))
                .hasCount(0);
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhatIsWrong(PrecinctInstallation precinct, Browser browser) {
        try (var portal = Portal.open(browser, precinct.status().portal())) {
            assertThat(portal.findings()).isEmpty();
            portal.fillLogin("ana", "wrong");
            assertThat(portal.hook("login-error")).hasText("User or password is wrong.");
            portal.fillLogin("nobody", "wrong");
            assertThat(portal.hook("login-error")).hasText("User or password is wrong.");
            assertThat(portal.findings()).isEmpty();
        }
    }

    @Test
    void everythingCanBeReachedByTheKeyboard(PrecinctInstallation precinct, Browser browser) {
        try (var portal = Portal.open(browser, precinct.status().portal())) {
            Page page = portal.page();
            page.getByLabel("User").waitFor();
            focus(page, "User");
            page.keyboard().type("ana");
            page.keyboard().press("Tab");
            page.keyboard().type(precinct.password(DEMO, "ana"));
            page.keyboard().press("Enter");
            portal.waitForLivePlan();
            focus(page, "Occupancy");
            page.keyboard().press("Enter");
            portal.hook("occupancy-chart").waitFor();
            focus(page, "Account of ana");
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.MENUITEM, titled("Log out")).waitFor();
            page.keyboard().press("End");
            page.keyboard().press("Enter");
            page.getByLabel("User").waitFor();
        }
    }

    @Test
    void arrowsMoveThePlanAndPlusAndMinusZoomIt(PrecinctInstallation precinct, Browser browser) {
        try (var portal = logIn(precinct, browser, "ana")) {
            portal.waitForLivePlan();
            focus(portal.page(), "Floor plan of");
            Sight start = restWhere(portal, sight -> true);
            Sight near = restAfter("+", portal, sight -> sight.feetPerPixel() < start.feetPerPixel());
            Sight right = restAfter("ArrowRight", portal, sight -> sight.x() > near.x());
            assertThat(right).isEqualTo(new Sight(right.x(), near.y(), near.feetPerPixel()));
            restAfter("ArrowLeft", portal, near::equals);
            Sight below = restAfter("ArrowDown", portal, sight -> sight.y() > near.y());
            assertThat(below).isEqualTo(new Sight(near.x(), below.y(), near.feetPerPixel()));
            restAfter("ArrowUp", portal, near::equals);
            restAfter("-", portal, sight -> sight.feetPerPixel() > near.feetPerPixel());
        }
    }

    private static Sight restAfter(String key, Portal portal, Predicate<Sight> wanted) {
        portal.page().keyboard().press(key);
        return restWhere(portal, wanted);
    }

    private static Sight restWhere(Portal portal, Predicate<Sight> wanted) {
        return await().atMost(PATIENCE)
                .until(portal::planAtRest, sight -> sight.filter(wanted).isPresent())
                .orElseThrow();
    }

    /** Presses Tab until the element of this name has the focus. */
    private static void focus(Page page, String name) {
        String focused = "";
        for (int i = 0; i < 60; i++) {
            focused = (String) page.evaluate("() => { const e = document.activeElement;"
                    + " return e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? ''; }");
            if (focused.strip().startsWith(name)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not reach " + name + "; last was " + focused);
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreen(PrecinctInstallation precinct, Browser browser) {
        try (var portal = Portal.open(browser, precinct.status().portal(), 360, 740)) {
            assertThat(portal.findings()).isEmpty();
            portal.logIn("admin", precinct.password(DEMO, "admin"));
            for (String path : List.of("/overview", "/live", "/occupancy", "/users")) {
                portal.go(path);
                portal.page().getByRole(AriaRole.HEADING).first().waitFor();
                portal.page().waitForLoadState();
                assertThat(portal.findings()).as(path).isEmpty();
            }
        }
    }

    private static Portal logIn(PrecinctInstallation precinct, Browser browser, String user) {
        var portal = Portal.open(browser, precinct.status().portal());
        portal.logIn(user, precinct.password(DEMO, user));
        return portal;
    }

    private static void choose(Page page, Locator field, String option) {
        field.click();
        page.getByRole(AriaRole.OPTION, titled(option)).click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions titled(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static List<Reported> reportedOn(String floor, JsonNode truth) {
        var places = new ArrayList<Reported>();
        for (JsonNode device : truth) {
            if (device.path("floorId").asText().equals(floor)) {
                places.add(Reported.of(device));
            }
        }
        return places;
    }

    private static String number(String text) {
        return text.replaceAll("\\D+", " ").strip().replaceAll(" .*", "");
    }
}
