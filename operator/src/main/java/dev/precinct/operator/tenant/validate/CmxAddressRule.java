package dev.precinct.operator.tenant.validate;

import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.network.Cidr;
import dev.precinct.operator.network.CmxReach;
import dev.precinct.operator.network.HostNames;
import dev.precinct.operator.tenant.model.CmxAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A tenant's CMX is outside this cluster, by its name and by what the name resolves to. */
public final class CmxAddressRule implements SpecRules {
    private static final String RIGHT =
            "; right is the address of the tenant's own appliance, outside this cluster and its nodes";

    private final CmxReach reach;
    private final Function<String, List<String>> addresses;

    /** @param addresses behind a host name; empty for one that nobody knows right now, which is waited for and not wrong */
    public CmxAddressRule(CmxReach reach, Function<String, List<String>> addresses) {
        this.reach = reach;
        this.addresses = addresses;
    }

    @Override
    public List<SpecProblem> problemsIn(Tenant tenant) {
        CmxSpec cmx = tenant.getSpec().cmx();
        if (cmx == null) {
            return List.of();
        }
        var problems = new ArrayList<SpecProblem>();
        urlProblem(CmxAddress.of(cmx)).ifPresent(words -> problems.add(new SpecProblem("spec.cmx.url", words + RIGHT)));
        List<String> cidrs = cmx.egressCidrs() == null ? List.of() : cmx.egressCidrs();
        for (int index = 0; index < cidrs.size(); index++) {
            String field = "spec.cmx.egressCidrs[" + index + "]";
            String block = cidrs.get(index);
            reach.objectionToBlock(Cidr.parse(block))
                    .ifPresent(words -> problems.add(new SpecProblem(field, block + " " + words + RIGHT)));
        }
        return List.copyOf(problems);
    }

    private Optional<String> urlProblem(CmxAddress cmx) {
        if (cmx.host().isEmpty()) {
            return Optional.of("has no host name and no whole address");
        }
        if (reach.vouchesFor(cmx.host(), cmx.port())) {
            return Optional.empty();
        }
        return HostNames.isAddress(cmx.host())
                ? reach.objectionToAddress(cmx.host()).map(words -> cmx.host() + " " + words)
                : nameProblem(cmx.host());
    }

    private Optional<String> nameProblem(String host) {
        return reach.objectionToName(host)
                .map(words -> host + " " + words)
                .or(() -> addresses.apply(host).stream()
                        .flatMap(address -> reach
                                .objectionToAddress(address)
                                .map(words -> host + " leads to " + address + ", which " + words)
                                .stream())
                        .findFirst());
    }
}
