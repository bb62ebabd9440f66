package dev.precinct.tenancy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAddressesTest {
    @TempDir
    Path folder;

    @Test
    void anAddressIsFoundByThePortsName() throws IOException {
        Files.createDirectories(folder.resolve("tenant-acme"));
        Files.writeString(folder.resolve("tenant-acme/runtime"), "http=127.0.0.1:4711\nhealth=127.0.0.1:4712\n");

        assertThat(new LocalAddresses(folder).find("tenant-acme", RuntimeAddresses.HEALTH))
                .contains(InetSocketAddress.createUnresolved("127.0.0.1", 4712));
    }

    @Test
    void aRuntimeThatIsNotThereHasNoAddress() {
        assertThat(new LocalAddresses(folder).find("tenant-acme", RuntimeAddresses.HTTP))
                .isEmpty();
    }

    @Test
    void inAClusterTheServiceIsTheAddress() {
        assertThat(new ServiceAddresses().find("tenant-acme", RuntimeAddresses.HTTP))
                .contains(InetSocketAddress.createUnresolved("runtime.tenant-acme.svc", 8080));
    }
}
