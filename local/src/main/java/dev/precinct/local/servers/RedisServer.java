package dev.precinct.local.servers;

import dev.precinct.local.home.AtomicFile;
import dev.precinct.local.home.Home;
import dev.precinct.local.home.Passwords;
import dev.precinct.local.home.Ports;
import dev.precinct.local.process.Launch;
import dev.precinct.local.process.ProcessRef;
import dev.precinct.local.servers.persistence.RedisPing;
import dev.precinct.tenancy.GatewayRights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Redis with its append-only file on and its users in a file, so that both outlive a restart. */
public final class RedisServer implements Server {
    public static final String ADMIN = "admin";
    public static final String GATEWAY = "gateway";

    private final Home home;
    private final Ports ports;
    private final Passwords passwords;

    public RedisServer(Home home, Ports ports, Passwords passwords) {
        this.home = home;
        this.ports = ports;
        this.passwords = passwords;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public int port() {
        return ports.of(name());
    }

    @Override
    public Optional<ProcessRef> running() {
        Path file = home.redis().resolve("redis.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readString(file).trim());
            boolean ours =
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).contains("redis-server");
            return ours ? ProcessRef.find(pid) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public ProcessRef start() {
        try {
            Files.createDirectories(home.redis());
            if (!Ports.isFree(port())) {
                ports.pickAgain(name());
            }
            Path users = home.redis().resolve("users.acl");
            if (!Files.exists(users)) {
                AtomicFile.write(users, firstUsers());
            }
            Path config = home.redis().resolve("redis.conf");
            AtomicFile.write(config, configuration(users));
            return new Launch(
                            List.of(RedisProgram.find(home.redis()).toString(), config.toString()),
                            Map.of(),
                            home.redis(),
                            home.logOf(name()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ready() {
        return RedisPing.answers(port(), ADMIN, passwords.of("redis-admin"));
    }

    private String configuration(Path users) {
        return """
                bind 127.0.0.1
                port %d
                dir %s
                pidfile %s
                aclfile %s
                appendonly yes
                appendfsync everysec
                save ""
                daemonize no
                """.formatted(port(), home.redis(), home.redis().resolve("redis.pid"), users);
    }

    /** Only those of the installation; the operator adds one for each tenant. */
    private String firstUsers() {
        return "user default off\n"
                + "user " + ADMIN + " on >" + passwords.of("redis-admin") + " ~* &* +@all\n"
                + "user " + GATEWAY + " on >" + passwords.of("redis-gateway") + " " + gatewayRights() + "\n";
    }

    private String gatewayRights() {
        return GatewayRights.rules(RedisProgram.majorVersion(RedisProgram.find(home.redis())) >= 7);
    }

    public Map<String, String> adminAccess() {
        return Map.of("username", ADMIN, "password", passwords.of("redis-admin"));
    }

    public Map<String, String> gatewayAccess() {
        return Map.of("username", GATEWAY, "password", passwords.of("redis-gateway"));
    }
}
