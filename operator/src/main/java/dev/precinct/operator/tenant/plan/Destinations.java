package dev.precinct.operator.tenant.plan;

import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Reach;
import dev.precinct.operator.tenant.resources.Destination;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a runtime has to reach. */
public final class Destinations {
    private Destinations() {}

    static List<Destination> of(EffectiveSpec spec, Reach reach, String ownNamespace) {
        var destinations = new ArrayList<Destination>();
        var database = reach.database();
        var redis = reach.redis();
        destinations.add(Destination.of(database.host(), database.port(), ownNamespace, known(reach, database.host())));
        destinations.add(Destination.of(redis.host(), redis.port(), ownNamespace, known(reach, redis.host())));
        spec.cmx().ifPresent(cmx -> destinations.add(cmx(cmx, reach, ownNamespace)));
        return destinations;
    }

    public static String host(CmxSpec cmx) {
        return String.valueOf(URI.create(cmx.url()).getHost());
    }

    private static Destination cmx(CmxSpec cmx, Reach reach, String ownNamespace) {
        var url = URI.create(cmx.url());
        int port = url.getPort() > 0 ? url.getPort() : "http".equals(url.getScheme()) ? 80 : 443;
        var cidrs = cmx.egressCidrs();
        return cidrs == null || cidrs.isEmpty()
                ? Destination.of(host(cmx), port, ownNamespace, known(reach, host(cmx)))
                : Destination.ofBlocks(cidrs, port);
    }

    private static List<String> known(Reach reach, String host) {
        return reach.addresses().getOrDefault(host, List.of());
    }
}
