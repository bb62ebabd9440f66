package dev.precinct.crd.validation;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One rule, ready to run, in the dialect of Kubernetes as far as our definitions use it: standard functions and macros, strings, sets,
 * optionals, {@code isCIDR}. A rule with another function does not compile, and the definition is refused.
 *
 * @param fieldPath where the answer points, from the rule's place; empty for the place itself
 * @param comparesWithOld it speaks of {@code oldSelf}
 * @param runsWithoutOld {@code oldSelf} is an optional
 */
record CompiledRule(
        String name,
        CelRuntime.Program program,
        @Nullable String message,
        CelRuntime.@Nullable Program messageProgram,
        String fieldPath,
        boolean comparesWithOld,
        boolean runsWithoutOld) {

    private static final CelOptions OPTIONS = CelOptions.current().build();

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("self", SimpleType.DYN)
            .addVar("oldSelf", SimpleType.DYN)
            .addLibraries(CelExtensions.strings(), CelExtensions.sets(OPTIONS), CelExtensions.optional())
            .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                    "isCIDR", CelOverloadDecl.newGlobalOverload("is_cidr", SimpleType.BOOL, SimpleType.STRING)))
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings(), CelExtensions.sets(OPTIONS), CelExtensions.optional())
            .addFunctionBindings(CelFunctionBinding.from("is_cidr", String.class, AddressRange::isValid))
            .build();

    // One rule stands at many fields, and to compile it takes longer than to run it.
    private static final Map<ValidationRule, CompiledRule> COMPILED = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if the rule does not compile */
    static CompiledRule of(ValidationRule rule) {
        return COMPILED.computeIfAbsent(rule, CompiledRule::compile);
    }

    private static CompiledRule compile(ValidationRule rule) {
        try {
            CelAbstractSyntaxTree tree = COMPILER.compile(rule.getRule()).getAst();
            String messageExpression = rule.getMessageExpression();
            return new CompiledRule(
                    rule.getMessage() == null ? rule.getRule() : rule.getMessage(),
                    RUNTIME.createProgram(tree),
                    rule.getMessage(),
                    messageExpression == null
                            ? null
                            : RUNTIME.createProgram(
                                    COMPILER.compile(messageExpression).getAst()),
                    rule.getFieldPath() == null ? "" : rule.getFieldPath(),
                    speaksOf("oldSelf", tree),
                    Schemas.is(rule.getOptionalOldSelf()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("the rule does not compile: " + rule.getRule(), e);
        }
    }

    private static boolean speaksOf(String variable, CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .anyMatch(node -> node.getKind() == Kind.IDENT
                        && node.expr().ident().name().equals(variable));
    }

    boolean holds(Map<String, ?> variables) throws CelEvaluationException {
        return Boolean.TRUE.equals(program.eval(variables));
    }

    /** What to tell whose object broke the rule. */
    String answer(Map<String, ?> variables) {
        if (messageProgram != null) {
            try {
                if (messageProgram.eval(variables) instanceof String text && !text.isBlank()) {
                    return text.strip();
                }
            } catch (CelEvaluationException e) {
                // As at the API server: a message that can't be made must not hide the refusal.
                return fixedAnswer();
            }
        }
        return fixedAnswer();
    }

    private String fixedAnswer() {
        return message == null ? "failed rule: " + name : message;
    }
}
