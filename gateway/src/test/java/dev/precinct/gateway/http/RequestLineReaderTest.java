package dev.precinct.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLineReaderTest {
    @ParameterizedTest
    @CsvSource({
        "GET /a?b=c HTTP/1.1,GET /a?b=c HTTP/1.1",
        "GET /a>b?c=<d>&e=%3A HTTP/1.1,GET /a>b?c=<d>&e=%3A HTTP/1.1",
        "GET /a b?c=d e HTTP/1.1,GET /a%20b?c=d%20e HTTP/1.1",
        "GET /é HTTP/1.1,GET /%C3%A9 HTTP/1.1",
        "GET /a HTTP/1.0,GET /a HTTP/1.0",
        "GET,GET",
        "X-Header: a b,X-Header: a b"
    })
    void onlyWhatNoServerReadsIsEscaped(String line, String repaired) {
        assertThat(RequestLineReader.repaired(line.getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(repaired);
    }
}
