package dev.precinct.gateway.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precinct.gateway.authentication.Identity;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.assertion.AssertionSigner;
import java.time.Duration;

/** The gateway's signed word for a user, used again for half of its life: a signature costs more than all the rest of a request. */
public final class Assertions {
    private static final Duration USED_AGAIN = AssertionSigner.LIFETIME.dividedBy(2);

    private final AssertionSigner signer;
    private final Cache<Key, String> recent = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(USED_AGAIN)
            .build();

    private record Key(TenantId tenant, String user, long revision) {}

    public Assertions(AssertionSigner signer) {
        this.signer = signer;
    }

    String of(Identity identity) {
        var key = new Key(identity.tenant().id(), identity.user(), identity.revision());
        return recent.get(key, missing -> signer.sign(missing.tenant, missing.user, missing.revision));
    }
}
