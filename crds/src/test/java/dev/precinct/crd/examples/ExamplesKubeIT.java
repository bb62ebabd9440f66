package dev.precinct.crd.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.crd.examples.ApiServer.Accepted;
import dev.precinct.crd.examples.ApiServer.Answer;
import dev.precinct.crd.examples.ApiServer.Refused;
import dev.precinct.crd.validation.Problem;
import dev.precinct.crd.validation.TenantRules;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real API server gives the answers that the rules give in Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesKubeIT {
    private ApiServer server;

    static List<Example> valid() {
        return Example.valid();
    }

    static List<Example> newAndInvalid() {
        return Example.invalid().stream()
                .filter(example -> !example.isChange() && !isOfAnotherKind(example))
                .toList();
    }

    static List<Example> ofAnotherKind() {
        return Example.invalid().stream()
                .filter(ExamplesKubeIT::isOfAnotherKind)
                .toList();
    }

    static List<Example> badChanges() {
        return Example.invalid().stream().filter(Example::isChange).toList();
    }

    @BeforeAll
    void connect() throws IOException {
        server = ApiServer.fromEnvironment();
    }

    @AfterAll
    void disconnect() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void whatUsersCopyIsAcceptedAndGetsTheSameDefaults(Example example) {
        JsonNode spec = TenantRules.withDefaults(example.object()).get("spec");
        assertThat(server.create(withNameOfItsOwn(example.object())))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.stored().get("spec")).isEqualTo(spec));
    }

    @ParameterizedTest
    @MethodSource("newAndInvalid")
    void aBadExampleIsRefusedForTheSameFields(Example example) {
        assertRefusedLike(TenantRules.problemsIn(example.object(), null), server.create(example.object()));
    }

    /** The server has no field to name: it does not know the kind. */
    @ParameterizedTest
    @MethodSource("ofAnotherKind")
    void anUnknownKindIsRefused(Example example) {
        assertThat(server.create(example.object())).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("badChanges")
    void aBadChangeIsRefusedForTheSameFields(Example example) {
        JsonNode stored = server.createForReal(withNameOfItsOwn(example.before()));
        try {
            JsonNode after = successorOf(stored, example.object());
            assertRefusedLike(TenantRules.problemsIn(after, stored), server.update(after));
        } finally {
            server.delete(stored);
        }
    }

    @Test
    void aHarmlessChangeIsAccepted() {
        JsonNode stored =
                server.createForReal(withNameOfItsOwn(valid().getFirst().object()));
        try {
            ObjectNode after = stored.deepCopy();
            after.withObject("/spec").put("displayName", "Renamed");
            assertThat(server.update(after)).isInstanceOf(Accepted.class);
            assertThat(TenantRules.problemsIn(after, stored)).isEmpty();
        } finally {
            server.delete(stored);
        }
    }

    private static void assertRefusedLike(List<Problem> problems, Answer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.fields())
                                .as(refused.message())
                                .isEqualTo(problems.stream().map(Problem::field).collect(Collectors.toSet())));
    }

    private static boolean isOfAnotherKind(Example example) {
        return List.of("apiVersion", "kind").contains(example.brokenField());
    }

    /** Others may use the cluster at the same time. */
    private static JsonNode withNameOfItsOwn(JsonNode tenant) {
        ObjectNode renamed = tenant.deepCopy();
        renamed.withObject("/metadata").put("name", "examples-" + UUID.randomUUID());
        return renamed;
    }

    private static JsonNode successorOf(JsonNode stored, JsonNode wanted) {
        ObjectNode successor = stored.deepCopy();
        successor.set("spec", wanted.get("spec"));
        return successor;
    }
}
