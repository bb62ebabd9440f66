package dev.precinct.operator.tenant.plan;

import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.operator.network.Cidr;
import dev.precinct.operator.network.CmxReach;
import dev.precinct.operator.network.HostNames;
import dev.precinct.operator.network.PlatformServices;
import dev.precinct.operator.tenant.model.CmxAddress;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Reach;
import dev.precinct.operator.tenant.resources.Destination;
import java.util.ArrayList;
import java.util.List;

/** What a runtime has to reach. */
final class Destinations {
    private final CmxReach allowed;
    private final PlatformServices services;

    Destinations(CmxReach allowed, PlatformServices services) {
        this.allowed = allowed;
        this.services = services;
    }

    List<Destination> of(EffectiveSpec spec, Reach reach) {
        var destinations = new ArrayList<Destination>();
        destinations.add(service(reach.database().host(), reach.database().port(), reach));
        destinations.add(service(reach.redis().host(), reach.redis().port(), reach));
        spec.cmx().ifPresent(cmx -> destinations.add(cmx(cmx, reach)));
        return destinations;
    }

    /**
     * Never more than a CMX may be at, whatever the spec says: one that was accepted before may name, or its name may lead by now, where
     * none may be.
     */
    private Destination cmx(CmxSpec cmx, Reach reach) {
        var address = CmxAddress.of(cmx);
        List<String> cidrs = cmx.egressCidrs();
        if (cidrs != null && !cidrs.isEmpty()) {
            return Destination.ofBlocks(
                    cidrs.stream()
                            .filter(cidr ->
                                    allowed.objectionToBlock(Cidr.parse(cidr)).isEmpty())
                            .toList(),
                    address.port());
        }
        if (allowed.vouchesFor(address.host(), address.port())) {
            return service(address.host(), address.port(), reach);
        }
        if (allowed.objectionToName(address.host()).isPresent()) {
            return Destination.ofBlocks(List.of(), address.port());
        }
        List<String> addresses =
                HostNames.isAddress(address.host()) ? List.of(address.host()) : known(reach, address.host());
        return Destination.ofAddresses(
                addresses.stream()
                        .filter(found -> allowed.objectionToAddress(found).isEmpty())
                        .toList(),
                address.port());
    }

    private Destination service(String host, int port, Reach reach) {
        return Destination.of(host, port, services, known(reach, host));
    }

    private static List<String> known(Reach reach, String host) {
        return reach.addresses().getOrDefault(host, List.of());
    }
}
