package dev.precinct.runtime.access.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.assertion.Assertion;
import dev.precinct.tenancy.assertion.AssertionVerifier;
import dev.precinct.tenancy.assertion.InvalidAssertionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts assertions that one of the keys in the mounted file signed. The file is looked at each second, so that a changed key holds
 * without a restart; what was accepted stays so until it expires or the keys change. Assertions never reach a log.
 */
public final class AssertionGate {
    private static final Logger LOG = LoggerFactory.getLogger(AssertionGate.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final TenantId tenant;
    private final Path keysFile;
    private final Clock clock;
    private volatile Keys keys;

    /** @param accepted assertions by their text */
    private record Keys(
            @Nullable FileTime changed,
            Instant lookedAt,
            @Nullable AssertionVerifier verifier,
            Cache<String, Assertion> accepted) {}

    public AssertionGate(TenantId tenant, Path keysFile, Clock clock) {
        this.tenant = tenant;
        this.keysFile = keysFile;
        this.clock = clock;
        this.keys = read(clock.instant(), null);
    }

    /** Empty for an assertion that is missing, forged, expired or for another tenant. */
    public Optional<Assertion> accept(@Nullable String compactJwt) {
        Keys present = presentKeys();
        AssertionVerifier verifier = present.verifier();
        if (compactJwt == null || verifier == null) {
            return Optional.empty();
        }
        Assertion known = present.accepted().getIfPresent(compactJwt);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return Optional.of(known);
        }
        try {
            Assertion assertion = verifier.verify(compactJwt);
            present.accepted().put(compactJwt, assertion);
            return Optional.of(assertion);
        } catch (InvalidAssertionException e) {
            LOG.info("an assertion was refused: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Keys presentKeys() {
        Keys known = keys;
        Instant now = clock.instant();
        if (now.isBefore(known.lookedAt().plus(LOOK_EVERY))) {
            return known;
        }
        synchronized (this) {
            if (keys == known) {
                keys = read(now, known);
            }
            return keys;
        }
    }

    /** A file that is half written or gone leaves the keys that were there. */
    private Keys read(Instant now, @Nullable Keys before) {
        try {
            FileTime changed = Files.getLastModifiedTime(keysFile);
            if (before != null && changed.equals(before.changed())) {
                return new Keys(changed, now, before.verifier(), before.accepted());
            }
            var verifier = new AssertionVerifier(tenant, Files.readString(keysFile), clock);
            return new Keys(changed, now, verifier, cache());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the assertion keys can't be read: {}", e.getClass().getSimpleName());
            return before == null
                    ? new Keys(null, now, null, cache())
                    : new Keys(before.changed(), now, before.verifier(), before.accepted());
        }
    }

    private static Cache<String, Assertion> cache() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
    }
}
