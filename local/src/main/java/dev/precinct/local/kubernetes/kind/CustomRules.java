package dev.precinct.local.kubernetes.kind;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.crd.validation.Problem;
import dev.precinct.crd.validation.SchemaRules;
import dev.precinct.local.kubernetes.failure.Cause;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema and CEL rules of a custom kind, compiled when the first object asks for them. */
final class CustomRules implements ObjectRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ObjectNode definition;
    private @Nullable SchemaRules compiled;

    private CustomRules(ObjectNode definition) {
        this.definition = definition;
    }

    static ObjectRules of(ObjectNode definition) {
        return new CustomRules(definition);
    }

    /** Why a definition cannot be served: its rules must compile. */
    static List<Cause> problemsOf(ObjectNode definition) {
        try {
            compile(definition);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(Cause.invalid("spec.versions", "\"schema\"", String.valueOf(e.getMessage())));
        }
    }

    private static SchemaRules compile(ObjectNode definition) {
        return SchemaRules.of(JSON.convertValue(definition, CustomResourceDefinition.class));
    }

    @Override
    public List<Cause> problems(ObjectNode object, @Nullable ObjectNode old) {
        return rules().problemsIn(object, old).stream().map(CustomRules::cause).toList();
    }

    private synchronized SchemaRules rules() {
        SchemaRules known = compiled;
        if (known == null) {
            known = compile(definition);
            compiled = known;
        }
        return known;
    }

    /** The rules speak to people; a status also names the class of a problem, which their words tell. */
    private static Cause cause(Problem problem) {
        String message = problem.message();
        if (message.equals("is required")) {
            return Cause.required(problem.field(), "");
        }
        if (message.startsWith("must be one of")) {
            return new Cause("FieldValueNotSupported", "Unsupported value: " + message, problem.field());
        }
        if (message.equals("is there twice")) {
            return new Cause("FieldValueDuplicate", "Duplicate value", problem.field());
        }
        String reason = message.startsWith("must be of type")
                ? "FieldValueTypeInvalid"
                : message.matches("may have at most \\d+ characters.*")
                        ? "FieldValueTooLong"
                        : message.matches("may have at most \\d+ items.*") ? "FieldValueTooMany" : "FieldValueInvalid";
        return new Cause(reason, "Invalid value: " + message, problem.field());
    }
}
