package dev.precinct.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QueryRepairPropertiesTest {
    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.strings().withChars("ab=&%3eE> +é樹\"^`\\[]{|}$#<").ofMaxLength(30);
    }

    @Property
    void whateverIsSentBecomesAUriThatMeansTheSame(@ForAll("queries") String raw) {
        String escaped = QueryRepair.escaped(raw);
        assertThat(URI.create("http://acme/x?" + escaped).getRawQuery()).isEqualTo(escaped);
        assertThat(QueryRepair.escaped(escaped)).isEqualTo(escaped);
        var before = RawQuery.parse(raw);
        var after = RawQuery.parse(escaped);
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.names()).isEqualTo(before.names());
        before.names().forEach(name -> assertThat(after.value(name)).isEqualTo(before.value(name)));
    }
}
