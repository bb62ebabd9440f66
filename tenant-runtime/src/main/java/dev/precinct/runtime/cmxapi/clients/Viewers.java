package dev.precinct.runtime.cmxapi.clients;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.location.LiveView;
import dev.precinct.tenancy.permission.Disclosure;
import java.time.Duration;

/**
 * One viewer for all users with the same scope and disclosure. What viewers keep is given back when nobody asked for five minutes, or
 * when memory is short.
 */
public final class Viewers {
    private static final int MOST = 32;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<Key, Viewer> viewers;

    /** Scopes are compared by identity: there is one for the same segments and maps. */
    private record Key(Scope scope, Disclosure disclosure) {}

    public Viewers(LiveView live, Pseudonyms pseudonyms) {
        this.viewers = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(KEPT)
                .softValues()
                .build(key -> new Viewer(key.scope(), key.disclosure(), pseudonyms, live));
    }

    public Viewer of(Scope scope, Disclosure disclosure) {
        return viewers.get(new Key(scope, disclosure));
    }
}
