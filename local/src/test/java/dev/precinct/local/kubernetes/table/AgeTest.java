package dev.precinct.local.kubernetes.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    @ParameterizedTest
    @CsvSource({
        "-PT5S, 0s",
        "PT119S, 119s",
        "PT2M, 2m",
        "PT9M59S, 9m59s",
        "PT10M30S, 10m",
        "PT179M, 179m",
        "PT3H, 3h",
        "PT7H59M, 7h59m",
        "PT8H30M, 8h",
        "PT47H59M, 47h",
        "PT49H, 2d1h",
        "P8DT5H, 8d",
        "P729D, 729d",
        "P731D, 2y1d",
        "P3000D, 8y"
    })
    void theFurtherBackTheCoarser(Duration age, String words) {
        assertThat(Age.inWords(age)).isEqualTo(words);
    }

    @Test
    void whatIsNoMomentHasNoAge() {
        assertThat(Age.of("yesterday", Instant.EPOCH)).isEqualTo("<unknown>");
    }
}
