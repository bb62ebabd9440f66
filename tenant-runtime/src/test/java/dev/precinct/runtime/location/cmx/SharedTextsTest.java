package dev.precinct.runtime.location.cmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedTextsTest {

    @Test
    void equalTextsAreOne() {
        var first = SharedTexts.of(new String("Level 1"));

        assertThat(SharedTexts.of(new String("Level 1"))).isSameAs(first).isEqualTo("Level 1");
    }

    @Test
    void anApplianceThatInventsTextsForEverTakesNoMoreMemoryForThem() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(SharedTexts.of("invented " + i)).isEqualTo("invented " + i);
        }
        assertThat(SharedTexts.size()).isLessThanOrEqualTo(8_192);
    }
}
