package dev.precinct.crd.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.0/24", "192.0.2.1/24", "0.0.0.0/0", "192.0.2.1/32", "2001:db8::/32", "::/0", "::1/128"})
    void aRangeIsAnAddressAndALength(String text) {
        assertThat(AddressRange.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "192.0.2.0",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/024",
                "192.0.2.0/+4",
                "192.0.2/24",
                "192.0.02.0/24",
                "256.0.0.0/8",
                "host/24",
                "2001:db8::/129",
                "2001:db8::%eth0/64",
                "[2001:db8::]/32",
                "::ffff:192.0.2.0/120",
                "1::2::3/64"
            })
    void anythingElseIsNone(String text) {
        assertThat(AddressRange.isValid(text)).isFalse();
    }
}
