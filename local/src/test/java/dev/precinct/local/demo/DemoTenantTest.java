package dev.precinct.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.local.home.UserMustActException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoTenantTest {
    private static final URI CMX = URI.create("http://127.0.0.1:8081");

    @Test
    void segmentsAreTakenFromTheServedMapsPastCampusesWithoutFloors() throws JsonProcessingException {
        var tenant = DemoTenant.over(maps("""
                {"campuses": [
                  {"name": "System Campus", "buildingList": []},
                  {"name": "Mall", "buildingList": [{"name": "North", "floorList": [
                    {"name": "Level 1", "zones": [{"name": "Entrance"}]}]}]}]}
                """), CMX);

        var users = Objects.requireNonNull(tenant.getSpec().permissions().users());
        assertThat(segments(users, "ana")).containsExactly("Mall>North>Level 1");
        assertThat(segments(users, "cleo")).containsExactly("Mall>North>Level 1>Entrance");
        assertThat(segments(users, "dan")).containsExactly("Mall");
    }

    @Test
    void aFloorWithoutZonesHasNoZoneUser() throws JsonProcessingException {
        var tenant = DemoTenant.over(maps("""
                {"campuses": [{"name": "C", "buildingList": [{"name": "B", "floorList": [{"name": "F", "zones": null}]}]}]}
                """), CMX);

        assertThat(tenant.getSpec().permissions().users())
                .extracting(UserSpec::name)
                .doesNotContain("cleo");
    }

    @Test
    void mapsWithoutAFloorAreAClearError() throws JsonProcessingException {
        var empty = maps("{\"campuses\": []}");
        assertThatThrownBy(() -> DemoTenant.over(empty, CMX))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("no floor");
    }

    private static List<String> segments(List<UserSpec> users, String name) {
        return users.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .map(UserSpec::segments)
                .orElseThrow();
    }

    @Test
    void usersGetTheFloorWhereMostDevicesAre() throws JsonProcessingException {
        var places = new ServedPlaces(new ObjectMapper().readTree("""
                {"campuses": [{"name": "C", "buildingList": [{"name": "B", "floorList": [
                  {"name": "Empty", "aesUidString": "-1"}, {"name": "Busy", "aesUidString": "9007199254740993"}]}]}]}
                """), Map.of("9007199254740993", 4));

        var users = Objects.requireNonNull(
                DemoTenant.over(places, CMX).getSpec().permissions().users());

        assertThat(segments(users, "ana")).containsExactly("C>B>Busy");
    }

    private static ServedPlaces maps(String json) throws JsonProcessingException {
        return new ServedPlaces(new ObjectMapper().readTree(json), Map.of());
    }
}
