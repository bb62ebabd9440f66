package dev.precinct.operator.config;

import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.network.ServerAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the platform decides for all runtimes.
 *
 * @param image {@code PRECINCT_RUNTIME_IMAGE}
 * @param javaOptions {@code PRECINCT_RUNTIME_JAVA_OPTIONS}; may be empty
 * @param publicUrl {@code PRECINCT_PUBLIC_URL}
 * @param notificationsUrl {@code PRECINCT_NOTIFICATIONS_URL}, with {@code {tenant}} in it
 * @param redisUrl {@code PRECINCT_REDIS_URL}: {@code redis:}, or {@code rediss:} for TLS
 * @param redisCredentials {@code PRECINCT_REDIS_CREDENTIALS}: the administrator's, never a tenant's
 */
public record RuntimeSettings(
        String image,
        String javaOptions,
        URI publicUrl,
        @Nullable String notificationsUrl,
        URI redisUrl,
        Path redisCredentials) {

    /** Where runtimes find Redis, and with {@code rediss:} what they trust it by. */
    public ServerAddress redisServer() {
        var files = new CredentialsFolder(redisCredentials, TenantReason.REDIS_UNREACHABLE);
        boolean tls = "rediss".equals(redisUrl.getScheme());
        return new ServerAddress(redisUrl.getHost(), redisUrl.getPort(), tls ? files.authority() : Optional.empty());
    }

    /** Where people reach the tenant. */
    public String urlOf(String tenant) {
        return withTenantHost(tenant).toString();
    }

    /** Where the tenant's CMX pushes to, without the secret at the end. */
    public String notificationsUrlOf(String tenant) {
        String base = notificationsUrl == null ? urlOf(tenant) : notificationsUrl.replace("{tenant}", tenant);
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/cmx/notifications/";
    }

    private URI withTenantHost(String tenant) {
        String port = publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort();
        return URI.create(publicUrl.getScheme() + "://" + tenant + "." + publicUrl.getHost() + port);
    }
}
