package dev.precinct.tenancy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownSettingsTest {
    private static final Set<String> KNOWN = Set.of("PRECINCT_HTTP_PORT", "PRECINCT_RESYNC");

    @Test
    void whatNobodyReadsIsNamed() {
        assertThat(UnknownSettings.in(Map.of("PRECINCT_RESINC", "PT1M", "PRECINCT_HTTP_PORT", "1"), KNOWN))
                .containsExactly("PRECINCT_RESINC");
    }

    @Test
    void othersVariablesAreTheirs() {
        assertThat(UnknownSettings.in(Map.of("PATH", "/bin", "JAVA_TOOL_OPTIONS", ""), KNOWN))
                .isEmpty();
    }

    @Test
    void whatKubernetesTellsOfAServiceIsNoMistake() {
        var links = Map.of(
                "PRECINCT_GATEWAY_SERVICE_HOST", "10.0.0.1",
                "PRECINCT_GATEWAY_SERVICE_PORT", "80",
                "PRECINCT_GATEWAY_SERVICE_PORT_HTTP", "80",
                "PRECINCT_GATEWAY_PORT", "tcp://10.0.0.1:80",
                "PRECINCT_GATEWAY_PORT_80_TCP", "tcp://10.0.0.1:80",
                "PRECINCT_GATEWAY_PORT_80_TCP_ADDR", "10.0.0.1");

        assertThat(UnknownSettings.in(links, KNOWN)).isEmpty();
    }

    @Test
    void aPortOfOursMayBeMisspeltToo() {
        assertThat(UnknownSettings.in(Map.of("PRECINCT_HTPP_PORT", "8080"), KNOWN))
                .containsExactly("PRECINCT_HTPP_PORT");
    }
}
