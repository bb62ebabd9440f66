package dev.precinct.runtime.cmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.runtime.platform.config.CredentialsFolder;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.Folders;
import dev.precinct.runtime.testing.TestingCmx;
import dev.precinct.runtime.testing.TestingCmx.Fault;
import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmxClientTest {
    private static final String CLIENTS = "/api/location/v2/clients?page=1&pageSize=1000";
    private static final CmxTransport.Limits SHORT =
            new CmxTransport.Limits(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3));

    private TestingCmx cmx;
    private CmxTransport transport;
    private CmxClient client;

    @BeforeEach
    void start() {
        cmx = TestingCmx.start();
        transport = new CmxTransport(cmx.settings(), SHORT, new LongAdder());
        client = new CmxClient(transport);
    }

    @AfterEach
    void stop() {
        transport.close();
        cmx.close();
    }

    @Test
    void aListComesOneByOne() {
        cmx.devices(List.of(CmxDevice.number(1, Instant.now()), CmxDevice.number(2, Instant.now())));
        var macs = new ArrayList<String>();

        int rows = client.each(CLIENTS, node -> macs.add(node.path("macAddress").asText()));

        assertThat(rows).isEqualTo(2);
        assertThat(macs).containsExactly("02:00:00:00:00:01", "02:00:00:00:00:02");
    }

    @Test
    void anEmptyListIsNoFailure() {
        assertThat(client.each(CLIENTS, node -> {})).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORISED, CREDENTIALS_REFUSED",
        "REDIRECT, CREDENTIALS_REFUSED",
        "HTML, BAD_ANSWER",
        "CUT, BAD_ANSWER",
        "ERROR, UNREACHABLE",
        "SLOW, UNREACHABLE"
    })
    void everyFaultSaysWhoseTurnItIs(Fault fault, CmxState state) {
        cmx.fault(fault);

        assertThatThrownBy(() -> client.each(CLIENTS, node -> {})).isInstanceOfSatisfying(CmxException.class, e -> {
            assertThat(e.state()).isEqualTo(state);
            assertThat(e.getMessage()).doesNotContain(TestingCmx.PASSWORD);
        });
    }

    @Test
    void whoRefusesConnectionsIsUnreachable() {
        cmx.close();

        assertThatThrownBy(() -> client.document("/api/config/v1/maps")).isInstanceOf(CmxException.Unreachable.class);
    }

    @Test
    void aChangedPasswordIsReadWithTheNextCall() throws IOException {
        var folder = Folders.credentials(TestingCmx.USER, "old");
        var settings = cmx.settings();
        try (var other = new CmxTransport(
                new RuntimeSettings.Cmx(
                        settings.url(),
                        new CredentialsFolder(folder),
                        settings.pollingInterval(),
                        settings.notifications()),
                SHORT,
                new LongAdder())) {
            var asking = new CmxClient(other);
            assertThatThrownBy(() -> asking.document("/api/config/v1/maps"))
                    .isInstanceOf(CmxException.CredentialsRefused.class);

            Files.writeString(folder.resolve("password"), TestingCmx.PASSWORD);
            assertThat(asking.document("/api/config/v1/maps").has("campuses")).isTrue();
        }
    }

    @Test
    void aHostBelowLocalhostIsDialledAtTheLoopback() {
        var address = CmxAddress.of(URI.create("http://cmx.localhost:8083/"));

        assertThat(address.base()).isEqualTo("http://127.0.0.1:8083");
        assertThat(address.host()).contains("cmx.localhost:8083");
        assertThat(CmxAddress.of(URI.create("https://cmx.example")).host()).isEmpty();
    }
}
