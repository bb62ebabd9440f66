package dev.precinct.runtime.testing;

import dev.precinct.runtime.platform.config.CredentialsFolder;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.TenantId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Settings of a runtime of which only CMX is there. */
public final class TestingSettings {
    private TestingSettings() {}

    public static RuntimeSettings with(RuntimeSettings.Cmx cmx) {
        var nowhere = new CredentialsFolder(Path.of("absent"));
        return new RuntimeSettings(
                new RuntimeSettings.Tenant(
                        new TenantId("0123456789abcdef0123456789abcdef"), "acme", "Acme Malls", ZoneId.of("UTC")),
                new RuntimeSettings.Ports(0, 0),
                new RuntimeSettings.Database("jdbc:postgresql://absent/x", nowhere),
                new RuntimeSettings.Redis(
                        URI.create("redis://absent"), nowhere, Duration.ofMinutes(20), Duration.ofHours(48)),
                new RuntimeSettings.Permissions(Path.of("absent"), Path.of("absent")),
                Path.of("absent"),
                Optional.of(cmx));
    }
}
