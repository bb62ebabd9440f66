package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.publication.PrincipalChannel;
import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.tenancy.TenantKeys;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalJson;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RFuture;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamAddArgs;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;

/** The snapshot and the stream of changes in the tenant's Redis, written in one MULTI. */
public final class RedisPrincipalChannel implements PrincipalChannel {
    private static final int KEPT_CHANGES = 10_000;

    private final RedissonClient redis;
    private final TenantKeys keys;

    public RedisPrincipalChannel(RedissonClient redis, TenantKeys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public OptionalLong publishedRevision() {
        try {
            return readRevision();
        } catch (RedisException e) {
            throw new StorageException.Unavailable("Redis does not answer", e);
        }
    }

    private OptionalLong readRevision() {
        String json =
                redis.<String>getBucket(keys.principals(), StringCodec.INSTANCE).get();
        boolean changes =
                redis.getStream(keys.principalChanges(), StringCodec.INSTANCE).isExists();
        if (json == null || !changes) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                PrincipalJson.read(json, PrincipalsSnapshot.class).revision());
    }

    @Override
    public void publish(PrincipalsSnapshot snapshot, List<PrincipalChange> changes) {
        try {
            write(snapshot, changes);
        } catch (RedisException | CompletionException e) {
            throw new StorageException.Unavailable("Redis does not take the principals", e);
        }
    }

    private void write(PrincipalsSnapshot snapshot, List<PrincipalChange> changes) {
        RBatch batch =
                redis.createBatch(BatchOptions.defaults().executionMode(BatchOptions.ExecutionMode.REDIS_WRITE_ATOMIC));
        var queued = new ArrayList<RFuture<?>>();
        queued.add(batch.<String>getBucket(keys.principals(), StringCodec.INSTANCE)
                .setAsync(PrincipalJson.write(snapshot)));
        var stream = batch.<String, String>getStream(keys.principalChanges(), StringCodec.INSTANCE);
        changes.forEach(change -> queued.add(stream.addAsync(StreamAddArgs.<String, String>entries(change.toFields())
                .trim()
                .maxLen(KEPT_CHANGES)
                .noLimit())));
        batch.execute();
        // The batch throws when Redis refuses the whole; a single refused command shows in its own answer only.
        queued.forEach(answer -> answer.toCompletableFuture().join());
    }
}
