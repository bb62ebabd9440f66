package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Server-side apply: ownership, removal, conflicts. */
abstract class ApplyContract extends ContractServer {
    private static final String HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n";

    private Reply applied(String manager, String data) {
        return apply(manager, configMap("settings"), HEAD + data);
    }

    @Test
    void anAppliedObjectIsCreatedAndItsFieldsAreOwned() {
        Reply created = applied("one", "data: {a: '1'}");
        assertThat(created.code()).isEqualTo(201);
        assertThat(created.text("/data/a")).isEqualTo("1");
        assertThat(created.text("/metadata/uid")).isNotEmpty();
        JsonNode owner = created.body().at("/metadata/managedFields/0");
        assertThat(owner.path("manager").asText()).isEqualTo("one");
        assertThat(owner.path("operation").asText()).isEqualTo("Apply");
        assertThat(owner.path("fieldsV1")).hasToString("{\"f:data\":{\"f:a\":{}}}");
    }

    @Test
    void anApplyThatChangesNothingKeepsTheResourceVersion() {
        String first = applied("one", "data: {a: '1'}").revision();
        Reply again = applied("one", "data: {a: '1'}");
        assertThat(again.code()).isEqualTo(200);
        assertThat(again.revision()).isEqualTo(first);
    }

    @Test
    void aFieldThatIsNoLongerAppliedIsRemoved() {
        applied("one", "data: {a: '1', b: '2'}");
        assertThat(applied("one", "data: {b: '2'}").body().path("data")).hasToString("{\"b\":\"2\"}");
    }

    @Test
    void theLastFieldTakesItsMapAlong() {
        applied("one", "data: {a: '1'}");
        assertThat(applied("one", "").body().has("data")).isFalse();
    }

    @Test
    void aFieldThatTwoOwnStaysUntilBothDropIt() {
        applied("one", "data: {a: '1', b: '2'}");
        assertThat(applied("two", "data: {a: '1'}").code()).isEqualTo(200);
        assertThat(applied("one", "data: {b: '2'}").body().path("data")).hasToString("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(applied("two", "").body().path("data")).hasToString("{\"b\":\"2\"}");
    }

    @Test
    void aForeignFieldIsAConflictThatNamesOwnerAndField() {
        applied("one", "data: {a: '1'}");
        Reply refusal = applied("two", "data: {a: '2'}");
        assertThat(refusal.code()).isEqualTo(409);
        assertThat(refusal.text("/reason")).isEqualTo("Conflict");
        assertThat(refusal.text("/message")).isEqualTo("Apply failed with 1 conflict: conflict with \"one\": .data.a");
        assertThat(refusal.body().at("/details/causes"))
                .hasToString("[{\"reason\":\"FieldManagerConflict\",\"message\":\"conflict with \\\"one\\\"\","
                        + "\"field\":\".data.a\"}]");
    }

    @Test
    void severalConflictsAreListedByOwner() {
        applied("one", "data: {a: '1', b: '1'}");
        applied("three", "data: {c: '1'}");
        Reply refusal = applied("two", "data: {a: '2', b: '2', c: '2'}");
        assertThat(refusal.text("/message"))
                .isEqualTo("Apply failed with 3 conflicts: conflicts with \"one\":\n- .data.a\n- .data.b\n"
                        + "conflicts with \"three\":\n- .data.c");
    }

    @Test
    void forceTakesTheFieldOver() {
        applied("one", "data: {a: '1', b: '1'}");
        assertThat(applyByForce("two", configMap("settings"), HEAD + "data: {a: '2'}")
                        .text("/data/a"))
                .isEqualTo("2");
        assertThat(applied("one", "data: {a: '1', b: '1'}").code()).isEqualTo(409);
        assertThat(applied("one", "data: {b: '1'}").text("/data/a")).isEqualTo("2");
    }

    @Test
    void aFieldThatAnUpdateSetIsAConflictForAnApply() {
        post(configMaps() + "?fieldManager=writer", "metadata: {name: settings}\ndata: {a: '1'}")
                .ok();
        assertThat(applied("one", "data: {a: '2'}").text("/message"))
                .isEqualTo("Apply failed with 1 conflict: conflict with \"writer\" using v1: .data.a");
    }

    @Test
    void anUpdateTakesOwnershipOfWhatItChanges() {
        applied("one", "data: {a: '1', b: '1'}");
        patch(MERGE, configMap("settings") + "?fieldManager=writer", "{\"data\":{\"a\":\"2\"}}")
                .ok();
        assertThat(applied("one", "data: {b: '1'}").text("/data/a")).isEqualTo("2");
    }

    @Test
    void whatAnUpdateRemovesIsOwnedByNobody() {
        applied("one", "data: {a: '1', b: '1'}");
        patch(MERGE, configMap("settings") + "?fieldManager=writer", "{\"data\":{\"a\":null}}")
                .ok();
        assertThat(applied("two", "data: {a: '3'}").code()).isEqualTo(200);
    }

    @Test
    void anApplyWithoutManagerIsRefused() {
        Reply refusal = send("PATCH", configMap("settings"), APPLY, HEAD);
        assertThat(refusal.code()).isEqualTo(422);
        assertThat(refusal.text("/details/causes/0/field")).isEqualTo("fieldManager");
    }

    @Test
    void anApplyOfAnOlderFormIsRefused() {
        applied("one", "data: {a: '1'}");
        String old = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, resourceVersion: '1'}\n";
        Reply refusal = apply("one", configMap("settings"), old);
        assertThat(refusal.code()).isEqualTo(409);
        assertThat(refusal.text("/reason")).isEqualTo("Conflict");
    }

    @Test
    void anApplyWithManagedFieldsIsRefused() {
        String own = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, managedFields: [{manager: x}]}\n";
        Reply refusal = apply("one", configMap("settings"), own);
        assertThat(refusal.code()).isEqualTo(400);
        assertThat(refusal.text("/message")).contains("metadata.managedFields must be nil");
    }

    @Test
    void labelsOfSeveralManagersLiveSideBySide() {
        String labelled = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, labels: {%s}}\n";
        apply("one", configMap("settings"), labelled.formatted("a: '1'")).ok();
        apply("two", configMap("settings"), labelled.formatted("b: '2'")).ok();
        Reply left = apply("one", configMap("settings"), labelled.formatted(""));
        assertThat(left.body().at("/metadata/labels")).hasToString("{\"b\":\"2\"}");
    }

    @Test
    void aFinalizerSurvivesOtherManagersAndGoesWithItsOwn() {
        String held = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, finalizers: [precinct.dev/hold]}\n";
        apply("one", configMap("settings"), held).ok();
        assertThat(applied("two", "data: {a: '1'}").text("/metadata/finalizers/0"))
                .isEqualTo("precinct.dev/hold");
        assertThat(applied("one", "").body().path("metadata").has("finalizers")).isFalse();
    }
}
