package dev.precinct.runtime.access.start;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.PermissionStore;
import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.access.http.AssertionGate;
import dev.precinct.runtime.access.publication.PrincipalChannel;
import dev.precinct.runtime.access.publication.PrincipalPublisher;
import dev.precinct.runtime.access.seed.SeedFiles;
import dev.precinct.runtime.access.seed.Seeding;
import dev.precinct.runtime.access.segment.PinStore;
import dev.precinct.runtime.access.segment.Segments;
import dev.precinct.runtime.places.Places;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.principal.PasswordVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the services of the room, one of each. */
@ApplicationScoped
public class AccessProducer {

    @Produces
    @Singleton
    AccessControl access(PermissionStore store, Clock clock) {
        return new AccessControl(store, clock);
    }

    @Produces
    @Singleton
    PasswordVerifier passwords() {
        return new PasswordVerifier();
    }

    @Produces
    @Singleton
    Seeding seeding(RuntimeSettings settings, AccessControl access, PasswordVerifier verifier) {
        var files = new SeedFiles(
                settings.permissions().seedFile(), settings.permissions().passwords());
        return new Seeding(files, access, verifier);
    }

    @Produces
    @Singleton
    Segments segments(PinStore store, Places places, AccessControl access) {
        return new Segments(store, places::current, access::current);
    }

    @Produces
    @Singleton
    PrincipalPublisher publisher(
            RuntimeSettings settings, AccessControl access, PermissionStore store, PrincipalChannel channel) {
        return new PrincipalPublisher(settings.tenant().id(), access, store, channel);
    }

    @Produces
    @Singleton
    AssertionGate gate(RuntimeSettings settings, Clock clock) {
        return new AssertionGate(settings.tenant().id(), settings.assertionKeys(), clock);
    }

    @Produces
    @Singleton
    Pseudonyms pseudonyms(PermissionStore store) {
        return new Pseudonyms(store.pseudonymKey());
    }
}
