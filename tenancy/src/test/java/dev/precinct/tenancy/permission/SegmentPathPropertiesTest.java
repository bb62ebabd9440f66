package dev.precinct.tenancy.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SegmentPathPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_NAMES = 4;

    /** Names as campuses and floors have them: blanks, stars and letters of any script inside, none of them at the wrong place. */
    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withChars("aB1 *.é樹$|(")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> name.equals(name.strip()) && !name.startsWith("*"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_NAMES);
    }

    @Provide
    Arbitrary<String> anyText() {
        var wrong = Arbitraries.of("*", "*a", " a", "a ", "a\t", "\na", " ", "");
        return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of("a", "b 1", "a*")), Tuple.of(1, wrong))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_NAMES + 2)
                .map(pieces -> String.join(">", pieces));
    }

    @Property
    void namesSurviveBeingWrittenAndRead(@ForAll("names") List<String> names) throws JsonProcessingException {
        var path = new SegmentPath(String.join(">", names));
        assertThat(path.names()).isEqualTo(names);
        assertThat(JSON.readValue(JSON.writeValueAsString(path), SegmentPath.class))
                .isEqualTo(path);
    }

    @Property
    void whateverIsTakenIsOneToFourNamesWithoutBlanksAround(@ForAll("anyText") String text) {
        if (isWellFormed(text)) {
            var names = new SegmentPath(text).names();
            assertThat(names.isEmpty() ? "*" : String.join(">", names)).isEqualTo(text);
        } else {
            assertThatThrownBy(() -> new SegmentPath(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The rule said once more, without a regular expression. */
    private static boolean isWellFormed(String text) {
        var names = List.of(text.split(">", -1));
        return text.equals("*")
                || names.size() <= MOST_NAMES
                        && !text.startsWith("*")
                        && names.stream().allMatch(name -> !name.isEmpty() && name.equals(name.strip()));
    }
}
