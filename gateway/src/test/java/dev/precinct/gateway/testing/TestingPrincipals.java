package dev.precinct.gateway.testing;

import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import dev.precinct.tenancy.principal.PasswordVerifier;
import dev.precinct.tenancy.principal.Principal;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalJson;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.XAddParams;

/** Publishes users as a runtime does by the contract: snapshot and change in one MULTI. */
public final class TestingPrincipals {
    /** Hashing is slow on purpose; a test's users have few passwords. */
    private static final Map<String, String> VERIFIERS = new ConcurrentHashMap<>();

    private final TenantId tenant;
    private final TenantKeys keys;
    private final Map<String, Principal> byName = new TreeMap<>();
    private long revision;

    public TestingPrincipals(TenantId tenant) {
        this.tenant = tenant;
        this.keys = new TenantKeys(tenant);
    }

    public static Principal principal(String name, String password, long credentialRevision, Set<String> actions) {
        String verifier = VERIFIERS.computeIfAbsent(password, text -> new PasswordVerifier().hash(text));
        return new Principal(name, verifier, new TreeSet<>(actions), credentialRevision);
    }

    public void put(Jedis redis, String name, String password, Set<String> actions) {
        put(redis, principal(name, password, revision + 1, actions));
    }

    public void put(Jedis redis, Principal principal) {
        byName.put(principal.name(), principal);
        publish(redis, principal.name(), principal);
    }

    public void remove(Jedis redis, String name) {
        byName.remove(name);
        publish(redis, name, null);
    }

    /** A change whose stream entry gets lost. */
    public void putWithoutStream(Jedis redis, Principal principal) {
        revision++;
        byName.put(principal.name(), principal);
        redis.set(keys.principals(), snapshot());
    }

    private void publish(Jedis redis, String name, @Nullable Principal principal) {
        revision++;
        try (var transaction = redis.multi()) {
            transaction.set(keys.principals(), snapshot());
            transaction.xadd(
                    keys.principalChanges(),
                    XAddParams.xAddParams().maxLen(10_000),
                    new PrincipalChange(revision, name, principal).toFields());
            transaction.exec();
        }
    }

    private String snapshot() {
        return PrincipalJson.write(new PrincipalsSnapshot(tenant, revision, List.copyOf(byName.values())));
    }

    public long revision() {
        return revision;
    }
}
