package dev.precinct.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @Test
    void segmentsAreDecodedOneByOne() {
        assertThat(RequestPath.segments("/a%2Fb/%C3%A9/c>d/+"))
                .hasValueSatisfying(segments -> assertThat(segments).containsExactly("a/b", "é", "c>d", "+"));
        assertThat(RequestPath.segments("/"))
                .hasValueSatisfying(segments -> assertThat(segments).isEmpty());
        assertThat(RequestPath.segments("/a/"))
                .hasValueSatisfying(segments -> assertThat(segments).containsExactly("a", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/.",
                "/..",
                "/a/../b",
                "/%2e%2e/a",
                "/%2E./a",
                "/a;b",
                "/a\\b",
                "/a%5Cb",
                "/a%",
                "/a%4",
                "/a%gg",
                "/a%00",
                "/a%0a",
                "/%ff",
                "http://acme/a",
                "*"
            })
    void whatAnotherReaderCouldTakeOtherwiseHasNoSegments(String raw) {
        assertThat(RequestPath.segments(raw)).isEmpty();
    }
}
