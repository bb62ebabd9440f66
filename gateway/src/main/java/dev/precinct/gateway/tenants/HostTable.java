package dev.precinct.gateway.tenants;

import dev.precinct.tenancy.TenantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Host name to tenant, at one moment. A name under the base domain belongs to the tenant of that name whatever others claim; of two that
 * claim a further host, the older keeps it.
 */
public final class HostTable {
    private static final Comparator<TenantSite> OLDER_FIRST =
            Comparator.comparing(TenantSite::createdAt).thenComparing(TenantSite::name);

    private final List<TenantSite> sites;
    private final Map<String, TenantSite> byHost = new HashMap<>();
    private final Map<TenantId, TenantSite> byId = new HashMap<>();

    private HostTable(List<TenantSite> sites) {
        this.sites = sites;
    }

    public static HostTable of(String baseDomain, Collection<TenantSite> sites) {
        var table = new HostTable(sites.stream().sorted(OLDER_FIRST).toList());
        for (var site : table.sites) {
            table.byHost.put(site.name() + "." + baseDomain, site);
            table.byId.put(site.id(), site);
        }
        for (var site : table.sites) {
            for (var host : site.hosts()) {
                table.byHost.putIfAbsent(normalised(host), site);
            }
        }
        return table;
    }

    public Optional<TenantSite> find(String hostHeader) {
        return Optional.ofNullable(byHost.get(normalised(hostHeader)));
    }

    public Optional<TenantSite> find(TenantId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<TenantSite> sites() {
        return sites;
    }

    /** Lower case, without port and without the root's dot. */
    static String normalised(String hostHeader) {
        int colon = hostHeader.lastIndexOf(':');
        boolean port = colon > 0 && hostHeader.indexOf(']', colon) < 0;
        String host = port ? hostHeader.substring(0, colon) : hostHeader;
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        return host.toLowerCase(Locale.ROOT);
    }
}
