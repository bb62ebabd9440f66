package dev.precinct.operator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.failure.Credentials;
import dev.precinct.operator.failure.TenantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseServersTest {
    @Test
    void aServerIsReadFromItsFolderEachTime(@TempDir Path folder) throws IOException {
        write(folder.resolve("default"), "first");
        var servers = new DatabaseServers(folder);
        assertThat(servers.find("default").administrator()).isEqualTo(new Credentials("admin", "first"));

        write(folder.resolve("default"), "rotated");

        assertThat(servers.find("default"))
                .isEqualTo(new DatabaseServer(
                        "default", "db.example", 5433, new Credentials("admin", "rotated"), Optional.empty()));
    }

    @Test
    void anUnknownServerIsAnsweredWithTheKnownOnes(@TempDir Path folder) throws IOException {
        write(folder.resolve("default"), "secret");
        write(folder.resolve("large"), "secret");

        assertThatThrownBy(() -> new DatabaseServers(folder).find("../default"))
                .isInstanceOf(TenantException.UserMustAct.class)
                .hasMessageContaining("default, large");
    }

    @Test
    void aServerThatLacksAFileIsWaitedFor(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("default"));

        assertThatThrownBy(() -> new DatabaseServers(folder).find("default"))
                .isInstanceOf(TenantException.Transient.class)
                .hasMessageContaining("host");
    }

    @Test
    void theTextOfALoginHidesItsPassword() {
        assertThat(new Credentials("admin", "secret").toString()).doesNotContain("secret");
    }

    private static void write(Path server, String password) throws IOException {
        Files.createDirectories(server);
        Files.writeString(server.resolve("host"), "db.example\n");
        Files.writeString(server.resolve("port"), "5433\n");
        Files.writeString(server.resolve("username"), "admin");
        Files.writeString(server.resolve("password"), password);
    }
}
