package dev.precinct.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable table = RouteTableYaml.shipped();

    private RouteMatch match(String method, String path) {
        return table.match(method, RequestPath.segments(path).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/location/v1/clients,/api/location/v1/clients",
        "GET,/api/location/v1/clients/count,/api/location/v1/clients/count",
        "GET,/api/location/v1/clients/00:11,/api/location/v1/clients/{mac}",
        "HEAD,/api/location/v1/clients/00%3A11,/api/location/v1/clients/{mac}",
        "GET,/api/location/v1/%63lients,/api/location/v1/clients",
        "GET,/api/config/v1/maps/info/Mall/North/Level%201,/api/config/v1/maps/info/**",
        "GET,/api/config/v1/maps/image/A/B/C%2FD,/api/config/v1/maps/image/{campus}/{building}/{floor}",
        "PATCH,/v1/users/ana,/v1/users/{name}",
        "POST,/v1/users/ana/password,/v1/users/{name}/password",
        "POST,/cmx/notifications/abc,/cmx/notifications/{secret}",
        "GET,/,/**",
        "GET,/live/floor/7,/**",
        "GET,/apiary,/**"
    })
    void theMostLiteralRowWins(String method, String path, String row) {
        assertThat(match(method, path))
                .isInstanceOfSatisfying(
                        RouteMatch.Found.class,
                        found -> assertThat(found.route().path()).isEqualTo(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/analytics/v1/now",
                "/api/location/v1/clients/a/b",
                "/api/location/v1/clients/",
                "/api//location/v1/clients",
                "/v1",
                "/v1/nothing",
                "/v2/models",
                "/cmx/notifications",
                "/API/location"
            })
    void whatNoRowHasIsMissingAndNoPageOfThePortal(String path) {
        var found = match("GET", path);
        if (path.equals("/API/location")) {
            assertThat(found).as("paths have a case; this one is a page").isInstanceOf(RouteMatch.Found.class);
        } else {
            assertThat(found).isEqualTo(new RouteMatch.Missing());
        }
    }

    @Test
    void aPathWithOtherMethodsTellsWhich() {
        assertThat(match("PUT", "/v1/users/ana")).isEqualTo(new RouteMatch.OtherMethods(List.of("DELETE", "PATCH")));
        assertThat(match("POST", "/api/location/v2/clients")).isEqualTo(new RouteMatch.OtherMethods(List.of("GET")));
        assertThat(match("POST", "/index.html")).isEqualTo(new RouteMatch.OtherMethods(List.of("GET")));
    }

    @Test
    void noTwoRowsAreOne() {
        assertThat(table.routes())
                .extracting(route -> route.method() + " " + route.path())
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyTheseRowsAreOpenToEverybody() {
        assertThat(table.routes())
                .filteredOn(route -> route.access() instanceof Access.Public && route.target() != Target.NONE)
                .extracting(route -> route.method() + " " + route.path())
                .containsExactly(
                        "POST /v1/session", "DELETE /v1/session", "POST /cmx/notifications/{secret}", "GET /**");
    }
}
