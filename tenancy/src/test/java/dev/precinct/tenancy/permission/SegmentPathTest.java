package dev.precinct.tenancy.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentPathTest {
    @Test
    void aSegmentHasNamesFromTheCampusDown() {
        assertThat(new SegmentPath("Mall>North Wing>Level 1").names()).containsExactly("Mall", "North Wing", "Level 1");
        assertThat(SegmentPath.EVERYWHERE.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ">", "Mall>", ">North", "Mall >North", "Mall> North", "A>B>C>D>E", "**", "Mall>>Level 1"})
    void textThatIsNoSegmentIsRefused(String text) {
        assertThatThrownBy(() -> new SegmentPath(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
