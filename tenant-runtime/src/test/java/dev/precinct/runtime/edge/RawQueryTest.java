package dev.precinct.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawQueryTest {
    @Test
    void rawAndEscapedAreTheSame() {
        assertThat(RawQuery.parse("mapHierarchy=A B>C").value("mapHierarchy")).contains("A B>C");
        assertThat(RawQuery.parse("mapHierarchy=A%20B%3EC").value("mapHierarchy"))
                .contains("A B>C");
        assertThat(RawQuery.parse("mapHierarchy=A+B%3eC").value("mapHierarchy")).contains("A B>C");
        assertThat(RawQuery.parse("username=CN%3Dana%2COU%3Dx").value("username"))
                .contains("CN=ana,OU=x");
        assertThat(RawQuery.parse("n=%C3%A9").value("n")).contains("é");
    }

    @Test
    void brokenEscapesAndEmptyPartsAreNoErrors() {
        assertThat(RawQuery.parse("a=%zz&b=100%&&=&c").value("a")).contains("%zz");
        assertThat(RawQuery.parse("a=%zz&b=100%&&=&c").value("b")).contains("100%");
        assertThat(RawQuery.parse("c").value("c")).contains("");
        assertThat(RawQuery.parse(null).names()).isEmpty();
        assertThat(RawQuery.parse("a=1&a=2").value("a")).contains("1");
    }
}
