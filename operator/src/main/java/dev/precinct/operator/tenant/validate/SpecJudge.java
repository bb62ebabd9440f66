package dev.precinct.operator.tenant.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.SpecDecision;
import org.jspecify.annotations.Nullable;

/** Takes the wanted spec if it is valid; a bad edit leaves the last valid one running. */
public final class SpecJudge {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SpecRules rules;

    public SpecJudge(SpecRules rules) {
        this.rules = rules;
    }

    public SpecDecision decide(Tenant tenant) {
        var problems = rules.problemsIn(tenant);
        if (problems.isEmpty()) {
            return new SpecDecision(new EffectiveSpec(tenant.getSpec()), problems, written(tenant.getSpec()));
        }
        String accepted = tenant.getStatus() == null ? null : tenant.getStatus().acceptedSpec();
        return new SpecDecision(read(accepted), problems, accepted);
    }

    private static @Nullable EffectiveSpec read(@Nullable String accepted) {
        if (accepted == null) {
            return null;
        }
        try {
            return new EffectiveSpec(JSON.readValue(accepted, TenantSpec.class));
        } catch (JsonProcessingException e) {
            throw new TenantException.OurBug("status.acceptedSpec can't be read", e);
        }
    }

    private static String written(TenantSpec spec) {
        try {
            return JSON.writeValueAsString(spec);
        } catch (JsonProcessingException e) {
            throw new TenantException.OurBug("a spec can't be written as JSON", e);
        }
    }
}
