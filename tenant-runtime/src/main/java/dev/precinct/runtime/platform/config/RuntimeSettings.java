package dev.precinct.runtime.platform.config;

import dev.precinct.tenancy.TenantId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a runtime is told from outside.
 *
 * @param cmx empty for a tenant without CMX
 */
public record RuntimeSettings(
        Tenant tenant,
        Ports ports,
        Database database,
        Redis redis,
        Permissions permissions,
        Path assertionKeys,
        Optional<Cmx> cmx) {

    /** Reads the environment, or tells everything that is wrong with it. */
    public static RuntimeSettings from(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    public record Tenant(TenantId id, String name, String displayName, ZoneId timeZone) {}

    public record Ports(int http, int health) {}

    /** @param url JDBC URL */
    public record Database(String url, CredentialsFolder credentials) {}

    /**
     * @param liveTtl how long a device that is no longer told stays in the live view
     * @param historyTtl how long the stream of positions reaches back at most
     */
    public record Redis(URI url, CredentialsFolder credentials, Duration liveTtl, Duration historyTtl) {}

    /**
     * @param seedFile read again when it changes
     * @param passwords folder: one file for each user of the seed
     */
    public record Permissions(Path seedFile, Path passwords) {}

    /** @param notifications empty when disabled */
    public record Cmx(
            URI url, CredentialsFolder credentials, Duration pollingInterval, Optional<Notifications> notifications) {}

    /**
     * @param url where CMX reaches us, without the secret
     * @param secretFile holds the last part of the path
     */
    public record Notifications(URI url, Path secretFile) {}
}
