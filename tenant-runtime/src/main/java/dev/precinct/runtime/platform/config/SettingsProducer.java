package dev.precinct.runtime.platform.config;

import dev.precinct.tenancy.TenantKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the settings of this process to whoever asks for them. */
@ApplicationScoped
public class SettingsProducer {

    @Produces
    @Singleton
    RuntimeSettings settings() {
        return RuntimeSettings.from(System.getenv());
    }

    @Produces
    @Singleton
    TenantKeys keys(RuntimeSettings settings) {
        return new TenantKeys(settings.tenant().id());
    }
}
