package dev.precinct.crd.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecDurationTest {
    @ParameterizedTest
    @CsvSource({"10s,PT10S", "90m,PT1H30M", "1h30m,PT1H30M", "48h,PT48H", "1h1m1s,PT1H1M1S", "0s,PT0S"})
    void partsAreAddedUp(String text, Duration expected) {
        assertThat(SpecDuration.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "1.5h", "-1s", "1d", "1m1h", "500ms", " 1s", "PT1S"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SpecDuration.parse(text));
    }

    @Test
    void theDearestOfSeveralChangesDecides() {
        assertThat(SpecImpact.strongest(List.of(SpecImpact.ROLL, SpecImpact.METADATA)))
                .isEqualTo(SpecImpact.ROLL);
        assertThat(SpecImpact.strongest(List.of())).isEqualTo(SpecImpact.NONE);
    }
}
