package dev.precinct.operator.tenant.validate;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.validation.TenantRules;
import dev.precinct.operator.failure.SpecProblem;
import java.util.List;

/** The rules of the installed definition itself, so that API server and operator can't differ. */
public final class CrdRules implements SpecRules {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Gets the rules ready; without it the first question does. */
    public static void compile() {
        TenantRules.problemsIn(JSON.createObjectNode(), null);
    }

    @Override
    public List<SpecProblem> problemsIn(Tenant tenant) {
        var asked = JSON.createObjectNode();
        asked.put("apiVersion", tenant.getApiVersion());
        asked.put("kind", tenant.getKind());
        asked.putObject("metadata").put("name", tenant.getMetadata().getName());
        asked.set("spec", JSON.valueToTree(tenant.getSpec()));
        return TenantRules.problemsIn(asked, null).stream()
                .map(problem -> new SpecProblem(problem.field(), problem.message()))
                .toList();
    }
}
