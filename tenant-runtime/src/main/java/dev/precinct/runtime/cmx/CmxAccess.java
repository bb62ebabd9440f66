package dev.precinct.runtime.cmx;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.health.Metrics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant's CMX, if it has one. */
@ApplicationScoped
public class CmxAccess {
    private final @Nullable CmxTransport transport;
    private final @Nullable CmxClient client;

    @Inject
    public CmxAccess(RuntimeSettings settings, Metrics metrics) {
        this.transport = settings.cmx()
                .map(cmx -> new CmxTransport(cmx, CmxTransport.Limits.USUAL, metrics.counter("cmx_requests")))
                .orElse(null);
        this.client = transport == null ? null : new CmxClient(transport);
    }

    /** Empty for a tenant without CMX. */
    public Optional<CmxClient> find() {
        return Optional.ofNullable(client);
    }

    /** @throws CmxException.NotTried for a tenant without CMX */
    public CmxClient client() {
        return find().orElseThrow(() -> new CmxException.NotTried("this tenant has no CMX"));
    }

    @PreDestroy
    void close() {
        if (transport != null) {
            transport.close();
        }
    }
}
