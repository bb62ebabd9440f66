package dev.precinct.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRepairTest {
    @ParameterizedTest
    @ValueSource(strings = {"a=A>B C", "a=(a+)+$|[{\"^`\\", "a=100%&b=%zz&c=%4", "a=%41&b=Caf\u00e9", "", "a=1&b"})
    void theRepairedQueryIsAUriAndMeansTheSame(String raw) {
        String escaped = QueryRepair.escaped(raw);
        assertThat(URI.create("http://acme/x?" + escaped).getRawQuery()).isEqualTo(escaped);
        var before = RawQuery.parse(raw);
        var after = RawQuery.parse(escaped);
        assertThat(after.names()).isEqualTo(before.names());
        before.names().forEach(name -> assertThat(after.value(name)).isEqualTo(before.value(name)));
    }
}
