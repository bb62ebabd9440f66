package dev.precinct.gateway.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTableTest {
    @ParameterizedTest
    @CsvSource({
        "acme.localhost,acme.localhost",
        "acme.localhost:8080,acme.localhost",
        "ACME.LocalHost:8080,acme.localhost",
        "acme.localhost.:80,acme.localhost",
        "[::1]:8080,[::1]",
        "[::1],[::1]",
        ":8080,:8080"
    })
    void aHostIsComparedWithoutPortAndCase(String header, String host) {
        assertThat(HostTable.normalised(header)).isEqualTo(host);
    }
}
