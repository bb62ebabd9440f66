package dev.precinct.operator.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the platform decides for all runtimes.
 *
 * @param image {@code PRECINCT_RUNTIME_IMAGE}
 * @param javaOptions {@code PRECINCT_RUNTIME_JAVA_OPTIONS}; may be empty
 * @param publicUrl {@code PRECINCT_PUBLIC_URL}
 * @param notificationsUrl {@code PRECINCT_NOTIFICATIONS_URL}, with {@code {tenant}} in it
 * @param redisUrl {@code PRECINCT_REDIS_URL}
 * @param redisCredentials {@code PRECINCT_REDIS_CREDENTIALS}: the administrator's, never a tenant's
 */
public record RuntimeSettings(
        String image,
        String javaOptions,
        URI publicUrl,
        @Nullable String notificationsUrl,
        URI redisUrl,
        Path redisCredentials) {

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
