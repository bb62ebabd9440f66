package dev.precinct.runtime.access.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.testing.CmxRecords;
import dev.precinct.tenancy.permission.Disclosure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldMaskTest {
    private static final String MAC = "00:11:22:33:44:55";
    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[] {1, 2, 3});
    private final FieldMask pseudonymous = new FieldMask(Disclosure.PSEUDONYMOUS, pseudonyms);

    @Test
    void aPseudonymIsAMacOfNoManufacturerThatStaysTheSame() {
        String pseudonym = pseudonyms.mac(MAC);
        assertThat(pseudonym).matches("([0-9a-f]{2}:){5}[0-9a-f]{2}").isNotEqualTo(MAC);
        int first = Integer.parseInt(pseudonym.substring(0, 2), 16);
        assertThat(first & 1).as("unicast").isZero();
        assertThat(first & 2).as("locally administered").isEqualTo(2);
        assertThat(new Pseudonyms(new byte[] {1, 2, 3}).mac(MAC)).isEqualTo(pseudonym);
        assertThat(new Pseudonyms(new byte[] {9}).mac(MAC)).isNotEqualTo(pseudonym);
        assertThat(pseudonyms.originalOf(pseudonym)).contains(MAC);
    }

    @Test
    void theTwinsOfV3GoByTheSameRule() {
        assertThat(pseudonymous.text("deviceId", MAC)).isEqualTo(pseudonymous.text("macAddress", MAC));
        assertThat(pseudonymous.text("username", "ana")).isEmpty();
        assertThat(pseudonymous.text("ssid", "campus")).isEqualTo("campus");
    }

    @Test
    void coveredFieldsAreCoveredAtAnyDepth() {
        var record = CmxRecords.full(MAC);
        var disclosure = new Disclosure(
                "own", Set.of("apMacAddress", "ipAddress", "bytesSent", "firstLocatedTime"), Set.of("userName"), false);
        new FieldMask(disclosure, pseudonyms).apply(record);
        assertThat(record.toString())
                .doesNotContain(CmxRecords.AP_OF_NORTH_1, "192.0.2.10", "1540", "08:01:00", "ana.real");
        assertThat(record.get("apMacAddress").textValue()).isEmpty();
        assertThat(record.get("bytesSent").isNull()).isTrue();
        assertThat(record.get("ipAddress")).isEmpty();
        assertThat(record.get("userName").textValue()).hasSize(16);
    }

    @Test
    void anAddressThatIsMadeOfACoveredMacIsNotGiven() {
        var addresses = List.of("192.0.2.10", "fe80:0000:0000:0000:0211:22ff:fe33:4455");
        var macOnly = new FieldMask(new Disclosure("mac", Set.of(), Set.of("macAddress"), false), pseudonyms);
        assertThat(macOnly.addresses(addresses)).containsExactly("192.0.2.10");
        assertThat(new FieldMask(Disclosure.FULL, pseudonyms).addresses(addresses))
                .isEqualTo(addresses);
    }

    @Test
    void smallCountsAndWhatTellsThemAreSuppressed() {
        assertThat(SmallCounts.suppressed(Disclosure.AGGREGATED, 4)).isTrue();
        assertThat(SmallCounts.suppressed(Disclosure.AGGREGATED, 0)).isTrue();
        assertThat(SmallCounts.suppressed(Disclosure.AGGREGATED, 5)).isFalse();
        assertThat(SmallCounts.suppressed(Disclosure.AGGREGATED, 20, 17)).isTrue();
        assertThat(SmallCounts.suppressed(Disclosure.AGGREGATED, 20, 10)).isFalse();
        assertThat(SmallCounts.suppressed(Disclosure.FULL, 1)).isFalse();
    }
}
