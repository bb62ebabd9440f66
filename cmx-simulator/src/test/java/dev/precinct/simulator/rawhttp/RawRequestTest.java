package dev.precinct.simulator.rawhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawRequestTest {

    private static String repaired(String bytes) {
        return new String(RequestLine.repaired(bytes.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void rawSpacesOfARequestLineAreRepaired() {
        assertThat(repaired("GET /maps/info/North Campus?a=b c HTTP/1.1\r\nHost: a b\r\n\r\n"))
                .isEqualTo("GET /maps/info/North%20Campus?a=b%20c HTTP/1.1\r\nHost: a b\r\n\r\n");
    }

    @Test
    void whatNeedsNoRepairIsLeftAlone() {
        assertThat(repaired("GET /maps HTTP/1.1\r\n\r\n")).isEqualTo("GET /maps HTTP/1.1\r\n\r\n");
        assertThat(repaired("{\"a\": \"GET / HTTP/1.1\"}")).isEqualTo("{\"a\": \"GET / HTTP/1.1\"}");
        assertThat(repaired("GET /not finished")).isEqualTo("GET /not finished");
    }

    @Test
    void queriesAreTakenApartHoweverTheyAreWritten() {
        assertThat(RawQuery.parameters("mapHierarchy=A>B%3EC+D%20E&macAddress=0a%3A0b&_=1&&flag&bad=%zz"))
                .containsEntry("mapHierarchy", "A>B>C D E")
                .containsEntry("macAddress", "0a:0b")
                .containsEntry("_", "1")
                .containsEntry("flag", "")
                .containsEntry("bad", "%zz");
    }

    @Test
    void aSlashAtTheEndChangesNothing() {
        assertThat(RawQuery.segments("/a/b%20c/")).containsExactly("a", "b c");
    }
}
