package dev.precinct.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thePasswordIsAllAfterTheFirstColon() {
        assertThat(BasicCredentials.in("Basic " + encoded("ana:a:b"))).contains(new BasicCredentials("ana", "a:b"));
        assertThat(BasicCredentials.in("bAsIc " + encoded("añá:pässword")))
                .contains(new BasicCredentials("añá", "pässword"));
        assertThat(BasicCredentials.in("Basic " + encoded("ana:"))).contains(new BasicCredentials("ana", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !!!", "Basic YW5h", "Bearer YW5hOmE=", "Digest x"})
    void whatIsNoBasicIsNone(String header) {
        assertThat(BasicCredentials.in(header)).isEmpty();
    }

    @Test
    void thePasswordStaysOutOfLogs() {
        assertThat(new BasicCredentials("ana", "right")).asString().doesNotContain("right");
    }
}
