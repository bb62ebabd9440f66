package dev.precinct.runtime.cmxapi.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.edge.RawQuery;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ClientQueryPropertiesTest {
    private static final List<String> FLOORS =
            List.of(TestingMaps.FLOOR_1, TestingMaps.FLOOR_2, TestingMaps.FLOOR_OF_SOUTH);
    private static final List<String> SSIDS = List.of("campus", "guest", "");
    private static final int TRIES = 60;

    /** What a device is, told apart from how the runtime holds it. */
    private record Known(String mac, String floor, String ssid, boolean associated) {}

    /** A part of a query with what it means. */
    private record Part(String text, Predicate<Known> means) {}

    @Provide
    Arbitrary<List<Known>> crowds() {
        var kinds = Combinators.combine(Arbitraries.of(FLOORS), Arbitraries.of(SSIDS), Arbitraries.of(true, false))
                .as((floor, ssid, associated) -> new Known("", floor, ssid, associated));
        return kinds.list()
                .ofMaxSize(40)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> new Known(
                                CmxDevice.mac(i),
                                all.get(i).floor(),
                                all.get(i).ssid(),
                                all.get(i).associated()))
                        .toList());
    }

    @Provide
    Arbitrary<List<Part>> filters() {
        var floor = Arbitraries.of(FLOORS)
                .map(id -> new Part("floorRefId=" + id, device -> device.floor().equals(id)));
        var ssid = Arbitraries.of("campus", "guest", "camp")
                .map(name -> new Part("ssid=" + name, device -> device.ssid().equals(name)));
        var status = Arbitraries.of("associated", "PROBING")
                .map(word ->
                        new Part("dot11Status=" + word, device -> device.associated() == word.equals("associated")));
        var mac = Arbitraries.integers()
                .between(0, 45)
                .map(CmxDevice::mac)
                .map(written ->
                        new Part("macAddress=" + written, device -> device.mac().equals(written)));
        var unknown = Arbitraries.of("_=17", "", "colour=red").map(text -> new Part(text, device -> true));
        return Combinators.combine(
                        floor.optional(0.3), ssid.optional(0.3), status.optional(0.3), mac.optional(0.1), unknown)
                .as((a, b, c, d, e) -> {
                    var parts = new ArrayList<Part>();
                    a.ifPresent(parts::add);
                    b.ifPresent(parts::add);
                    c.ifPresent(parts::add);
                    d.ifPresent(parts::add);
                    parts.add(e);
                    return parts;
                });
    }

    @Property(tries = TRIES)
    void pagesTogetherAreTheWholeListAndFiltersMeanWhatTheySay(
            @ForAll("crowds") List<Known> crowd,
            @ForAll("filters") List<Part> filters,
            @ForAll @IntRange(min = 1, max = 45) int size) {
        var clients = clients(crowd);
        String query = String.join("&", filters.stream().map(Part::text).toList());
        List<String> wanted = crowd.stream()
                .filter(device -> filters.stream().allMatch(part -> part.means().test(device)))
                .map(Known::mac)
                .toList();

        assertThat(macs(clients, query)).isEqualTo(wanted);
        assertThat(clients.count(query(query)).total()).isEqualTo(wanted.size());
        var pages = new ArrayList<String>();
        for (int page = 1; page <= wanted.size() / size + 2; page++) {
            var one = macs(clients, query + "&page=" + page + "&pageSize=" + size);
            assertThat(one).hasSizeLessThanOrEqualTo(size);
            pages.addAll(one);
        }
        assertThat(pages).isEqualTo(wanted);
    }

    @Property(tries = TRIES)
    void aSortedListHasTheSameDevicesOnItsPages(
            @ForAll("crowds") List<Known> crowd, @ForAll @IntRange(min = 1, max = 45) int size) {
        var clients = clients(crowd);
        for (String order : List.of("ssId:DESC", "ssId:ASC", "macAddress:DESC", "lastLocatedTime:DESC")) {
            var whole = macs(clients, "sortBy=" + order);
            var pages = new ArrayList<String>();
            for (int page = 1; page <= crowd.size() / size + 1; page++) {
                pages.addAll(macs(clients, "sortBy=" + order + "&page=" + page + "&pageSize=" + size));
            }
            assertThat(pages)
                    .isEqualTo(whole)
                    .containsExactlyInAnyOrderElementsOf(
                            crowd.stream().map(Known::mac).toList());
        }
    }

    @Property
    void aMacIsTheSameInAnyCaseWithAnySeparatorAndEscaped(
            @ForAll @IntRange(min = 0, max = 0xffffff) int number,
            @ForAll long casing,
            @ForAll("separators") List<String> separators) {
        String mac = CmxDevice.mac(number);
        var written = new StringBuilder();
        int separator = 0;
        for (int i = 0; i < mac.length(); i++) {
            String each = mac.substring(i, i + 1);
            if (each.equals(":")) {
                written.append(separators.get(separator++));
            } else {
                written.append((casing >> i & 1) == 0 ? each : each.toUpperCase(Locale.ROOT));
            }
        }
        String read =
                RawQuery.parse("macAddress=" + written).value("macAddress").orElseThrow();
        assertThat(MacText.normal(read)).isEqualTo(mac);
        String other = CmxDevice.mac(number ^ 1);
        assertThat(MacText.normal(read)).isNotEqualTo(MacText.normal(other));
    }

    @Provide
    Arbitrary<List<String>> separators() {
        return Arbitraries.of(":", "-", "%3A", "%3a", "%2D").list().ofSize(5);
    }

    private static Clients clients(List<Known> crowd) {
        var live = new TestingLiveView();
        for (Known device : crowd) {
            ObjectNode record = CmxRecords.full(device.mac());
            ((ObjectNode) record.get("mapInfo")).put("floorRefId", device.floor());
            record.put("ssId", device.ssid());
            record.put("dot11Status", device.associated() ? "ASSOCIATED" : "PROBING");
            live.put(CmxRecords.live(record));
        }
        var everything = Scope.ofEverything(Optional.of(TestingPlaces.two()));
        var viewer = new Viewer(everything, Disclosure.FULL, new Pseudonyms(new byte[] {7}), live);
        return new Clients(viewer, Instant.EPOCH);
    }

    private static ClientQuery query(String text) {
        return ClientQuery.lenient(RawQuery.parse(text));
    }

    private static List<String> macs(Clients clients, String query) {
        var out = new ByteArrayOutputStream();
        try {
            clients.page(query(query)).writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        JsonNode list = TestingPlaces.json(out.toString(StandardCharsets.UTF_8));
        var macs = new ArrayList<String>();
        list.forEach(device -> macs.add(device.path("macAddress").asText()));
        return macs;
    }
}
