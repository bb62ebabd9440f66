package dev.precinct.operator.config;

import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.network.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The PostgreSQL servers that tenants may name, each a sub-folder with {@code host}, {@code port}, {@code username}, {@code password}, optional {@code ca.crt}. */
public record DatabaseServers(Path folder) {
    public static final String DEFAULT = "default";

    public List<String> names() {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public DatabaseServer find(String name) {
        if (!names().contains(name)) {
            throw new TenantException.UserMustAct(
                    TenantReason.DATABASE_SERVER_UNKNOWN,
                    "spec.database.server: no server is called " + name + "; there are " + String.join(", ", names()));
        }
        var files = new CredentialsFolder(folder.resolve(name), TenantReason.DATABASE_UNREACHABLE);
        try {
            return new DatabaseServer(
                    name,
                    files.line("host"),
                    Integer.parseInt(files.line("port")),
                    files.credentials(),
                    files.authorityFile());
        } catch (NumberFormatException e) {
            throw unreadable(e);
        }
    }

    /** Where runtimes find a server, and what they trust it by. */
    public ServerAddress address(String name) {
        DatabaseServer server = find(name);
        var files = new CredentialsFolder(folder.resolve(name), TenantReason.DATABASE_UNREACHABLE);
        return new ServerAddress(server.host(), server.port(), files.authority());
    }

    /** Whoever runs the operator has to act, not the owner of a tenant: so it is something to wait for. */
    private static TenantException unreadable(Exception cause) {
        return new TenantException.Transient(
                TenantReason.DATABASE_UNREACHABLE, "the operator can't read its list of PostgreSQL servers", cause);
    }
}
