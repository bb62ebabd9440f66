package dev.precinct.simulator.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import dev.precinct.simulator.settings.Release;
import dev.precinct.simulator.synthetic.Worlds;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {
    private static final Behaviour PLAIN = new Behaviour(Release.V10_6, Set.of(), ZoneOffset.UTC, 1000);
    private final List<Sighting> all = Worlds.present(Worlds.campus(200, 1), Worlds.NOON);

    private List<Sighting> list(Map<String, String> parameters) {
        var query = new ClientQuery(parameters, PLAIN);
        return query.page(query.matches(Worlds.VENUE.now(), all));
    }

    private List<Sighting> strict(Map<String, String> parameters) {
        return new StrictQuery(parameters, PLAIN).matches(Worlds.VENUE.now(), all);
    }

    @Test
    void withoutPageSizeEverythingComes() {
        assertThat(list(Map.of())).isEqualTo(all);
        assertThat(list(Map.of("page", "1"))).isEqualTo(all);
        assertThat(list(Map.of("page", "2"))).isEmpty();
    }

    @Test
    void pagesTogetherAreTheWholeListAndPageZeroIsTheFirst() {
        assertThat(list(Map.of("pageSize", "50", "page", "1"))).isEqualTo(all.subList(0, 50));
        assertThat(list(Map.of("pageSize", "50", "page", "0"))).isEqualTo(all.subList(0, 50));
        assertThat(list(Map.of("pageSize", "50", "page", "2"))).isEqualTo(all.subList(50, 100));
        assertThat(list(Map.of("pageSize", "50", "page", "900"))).isEmpty();
    }

    @Test
    void oddPagesAreForgivenOrRefused() {
        assertThat(list(Map.of("pageSize", "0"))).isEqualTo(all);
        assertThat(list(Map.of("pageSize", "1000000000", "page", "1000000000"))).isEmpty();
        assertThat(list(Map.of("pageSize", "9223372036854775807", "page", "2"))).isEmpty();
        assertThatThrownBy(() -> list(Map.of("pageSize", "many"))).isInstanceOf(BadQueryException.class);
    }

    @Test
    void aMacAddressFitsInAnyCase() {
        var wanted = all.getFirst().device();
        assertThat(list(Map.of("macAddress", wanted.macAddress().toUpperCase(Locale.ROOT))))
                .containsExactly(all.getFirst());
    }

    @Test
    void aHierarchyMeansThePlaceAndAllBelowItButNoPlaceThatMerelyBeginsAlike() {
        var library = list(Map.of("mapHierarchy", "North Campus>Library"));
        assertThat(library).isNotEmpty().isEqualTo(list(Map.of("mapHierarchyString", "North Campus>Library")));
        assertThat(list(Map.of("mapHierarchy", "North Campus>Lib"))).isEmpty();
        assertThat(list(Map.of("mapHierarchy", "North Campus>Library>Level 1>Cafe")))
                .isNotEmpty();
        assertThat(list(Map.of("mapHierarchy", "(a+)+$"))).isEmpty();
    }

    @Test
    void sortingIsStableAndGoesBothWays() {
        assertThat(list(Map.of("sortBy", "lastLocatedTime:DESC")))
                .isSortedAccordingTo(Comparator.comparingLong(Sighting::at).reversed());
        assertThat(list(Map.of("sortBy", "lastLocatedTime")))
                .isSortedAccordingTo(Comparator.comparingLong(Sighting::at));
        assertThat(list(Map.of("sortBy", "nothing:DESC"))).isEqualTo(all);
    }

    @Test
    void unknownParametersAreToleratedInVersionTwoAndRefusedInVersionThree() {
        assertThat(list(Map.of("_", "123", "colour", "red"))).isEqualTo(all);
        assertThatThrownBy(() -> strict(Map.of("colour", "red"))).hasMessageContaining("Unkown");
    }

    @Test
    void inVersionThreeAMacOrAnIpAddressStandsAlone() {
        assertThatThrownBy(() -> strict(Map.of("macAddress", "x", "ssid", "campus")))
                .hasMessageContaining("MAC filter");
        assertThatThrownBy(() -> strict(Map.of("ipAddress", "x", "ssid", "campus")))
                .hasMessageContaining("IP Address filter");
    }

    @Test
    void everyFilterOfVersionThreeFilters() {
        var someone = all.stream()
                .filter(sighting -> sighting.device().manufacturer() != null
                        && !sighting.device().userName().isEmpty())
                .findFirst()
                .orElseThrow();
        var device = someone.device();
        assertThat(strict(Map.of("macAddress", device.macAddress()))).containsExactly(someone);
        assertThat(strict(Map.of("ipAddress", device.ipAddresses().getFirst()))).containsExactly(someone);
        assertThat(strict(Map.of("username", device.userName()))).containsExactly(someone);
        assertThat(strict(Map.of("manufacturer", String.valueOf(device.manufacturer()), "ssid", device.ssid())))
                .contains(someone);
        assertThat(strict(Map.of("floorRefId", Long.toString(someone.floorId()))))
                .isNotEmpty()
                .isEqualTo(strict(Map.of("floorId", Long.toString(someone.floorId()))));
        assertThat(strict(Map.of("macAddressSearch", device.macAddress().substring(3, 11))))
                .contains(someone);
        assertThat(strict(Map.of("mapHierarchy", "rary>Lev"))).isNotEmpty();
    }

    @Test
    void associatedOnlyWithAnyOtherValueMeansProbing() {
        assertThat(strict(Map.of("associatedOnly", "true"))).isEqualTo(strict(Map.of("probingOnly", "no")));
        assertThat(strict(Map.of("associatedOnly", "yes"))).isEqualTo(strict(Map.of("probingOnly", "true")));
    }

    @Test
    void olderReleasesDoNotKnowTheFloorIdFilter() {
        var old = new Behaviour(Release.V10_4, Set.of(), ZoneOffset.UTC, 1000);
        assertThatThrownBy(() -> new StrictQuery(Map.of("floorId", "1"), old)).isInstanceOf(BadQueryException.class);
    }

    @Test
    void aRegularExpressionBombIsGivenUp() {
        var quirky = new Behaviour(Release.V10_6, Set.of(Quirk.V3_REGEX), ZoneOffset.UTC, 1000);
        var matching = new StrictQuery(Map.of("mapHierarchy", "^North.*Level [12]"), quirky);
        assertThat(matching.matches(Worlds.VENUE.now(), all)).isNotEmpty();
        var bomb = new StrictQuery(Map.of("mapHierarchy", "^.*.*.*.*.*.*.*.*!"), quirky);
        assertThatThrownBy(() -> bomb.matches(Worlds.VENUE.now(), all)).isInstanceOf(BadQueryException.class);
    }

    @Test
    void timesHaveMillisecondsAndAZoneWithoutColon() {
        var time = new CmxTime(ZoneOffset.ofHours(2));
        assertThat(time.text(0)).isEqualTo("1970-01-01T02:00:00.000+0200");
        assertThat(time.text(1_714_637_728_450L)).isEqualTo("2024-05-02T10:15:28.450+0200");
    }
}
