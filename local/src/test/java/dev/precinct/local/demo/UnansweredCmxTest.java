package dev.precinct.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.local.home.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnansweredCmxTest {
    private static final int NOBODY = Ports.free();

    private final UnansweredCmx cmx = new UnansweredCmx(URI.create("http://127.0.0.1:9091"));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "cmx.localhost", "[::1]"})
    void theFieldAndTheRightValueAreNamed(String host) {
        String url = "http://" + host + ":" + NOBODY;

        assertThat(cmx.hint("globex", url))
                .hasValue("hint: nothing answers at spec.cmx.url of tenant globex, " + url
                        + ": this installation's simulator is at http://127.0.0.1:9091");
    }

    @Test
    void whoAnswersIsLetBe() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(cmx.hint("globex", "http://127.0.0.1:" + other.getLocalPort()))
                    .isEmpty();
        }
    }

    /** It may be starting. */
    @Test
    void theSimulatorItselfIsNoMistake() {
        assertThat(cmx.hint("globex", "http://127.0.0.1:9091")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://192.0.2.1", "no url", "http://", "cmx"})
    void anApplianceElsewhereAndWhatIsNoAddressAreNotOurs(String url) {
        assertThat(cmx.hint("globex", url)).isEmpty();
    }
}
