package dev.precinct.crd.validation;

import dev.cel.runtime.CelEvaluationException;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The CEL rules of a schema, each at its place. */
final class RuleCheck {
    private final Map<JSONSchemaProps, List<CompiledRule>> rules = new IdentityHashMap<>();

    private RuleCheck() {}

    static RuleCheck compiledFrom(JSONSchemaProps root) {
        var check = new RuleCheck();
        check.compile("the object", root);
        return check;
    }

    private void compile(String path, JSONSchemaProps schema) {
        Schemas.refuseWhatIsNotUnderstood(path, schema);
        List<ValidationRule> declared = schema.getXKubernetesValidations();
        if (declared != null && !declared.isEmpty()) {
            rules.put(schema, declared.stream().map(CompiledRule::of).toList());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> compile(path + "." + name, property));
        }
        JSONSchemaProps items = Schemas.items(schema);
        if (items != null) {
            compile(path + "[]", items);
        }
        JSONSchemaProps additional = Schemas.additional(schema);
        if (additional != null) {
            compile(path + "[]", additional);
        }
    }

    void check(Place place, Findings findings) {
        if (place.value().isNull()) {
            return;
        }
        for (CompiledRule rule : rules.getOrDefault(place.schema(), List.of())) {
            boolean nothingToCompare = rule.comparesWithOld() && place.old() == null && !rule.runsWithoutOld();
            boolean oldFault = place.unchanged() && !rule.comparesWithOld();
            if (!nothingToCompare && !oldFault) {
                check(rule, place, findings);
            }
        }
        place.inner().forEach(inner -> check(inner, findings));
    }

    private static void check(CompiledRule rule, Place place, Findings findings) {
        Map<String, Object> variables = variables(rule, place);
        String field = place.path().isEmpty() && !rule.fieldPath().isEmpty()
                ? rule.fieldPath().substring(1)
                : place.path() + rule.fieldPath();
        try {
            if (!rule.holds(variables)) {
                findings.add(field, rule.answer(variables));
            }
        } catch (CelEvaluationException e) {
            findings.add(place.path(), e.getMessage() + " evaluating rule: " + rule.name());
        }
    }

    private static Map<String, Object> variables(CompiledRule rule, Place place) {
        var variables = new HashMap<String, Object>();
        variables.put("self", CelValues.of(place.schema(), place.value()));
        @Nullable Object old = place.old() == null ? null : CelValues.of(place.schema(), place.old());
        if (rule.runsWithoutOld()) {
            variables.put("oldSelf", Optional.ofNullable(old));
        } else if (old != null) {
            variables.put("oldSelf", old);
        }
        return variables;
    }
}
