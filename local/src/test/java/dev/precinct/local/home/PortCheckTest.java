package dev.precinct.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {
    @TempDir
    Path folder;

    @Test
    void aPortInUseIsNamedWithItsOwnerAndAnotherIsOffered() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(Home.open(folder, folder), taken.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports))
                    .isInstanceOf(UserMustActException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use by java (pid "
                            + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("PRECINCT_PORT=");
        }
    }

    @Test
    void freePortsPass() {
        int free = Ports.free();
        var ports = new Ports(Home.open(folder, folder), free);
        assertThatCode(() -> PortCheck.requireFree(ports)).doesNotThrowAnyException();
    }

    @Test
    void aPickedPortIsTheSameAfterARestart() {
        var home = Home.open(folder, folder);
        int before = new Ports(home, 8080).of("redis");
        assertThat(new Ports(home, 8080).of("redis")).isEqualTo(before);
    }

    @Test
    void aFileInPlaceOfTheHomeFolderIsAClearError() throws IOException {
        Path file = java.nio.file.Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Home.open(file.resolve("home"), folder))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("PRECINCT_HOME");
    }
}
