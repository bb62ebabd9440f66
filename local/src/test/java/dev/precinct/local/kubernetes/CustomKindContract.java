package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kinds of CustomResourceDefinitions: schema, rules, status, ownership. */
abstract class CustomKindContract extends ContractServer {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private String group = "";

    private static final String DEFINITION = """
        metadata: {name: widgets.GROUP}
        spec:
          group: GROUP
          scope: Namespaced
          names: {plural: widgets, kind: Widget}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            additionalPrinterColumns:
            - {name: Size, type: integer, jsonPath: .spec.size}
            - {name: Ready, type: string, jsonPath: '.status.conditions[?(@.type=="Ready")].status'}
            - {name: Color, type: string, priority: 1, jsonPath: .spec.color}
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    required: [size]
                    x-kubernetes-validations:
                    - {rule: 'self.minimum <= self.size', message: minimum must not be above size}
                    properties:
                      size: {type: integer, minimum: 1}
                      minimum: {type: integer, default: 1}
                      color: {type: string, enum: [red, green]}
                      parts:
                        type: array
                        maxItems: 10
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items:
                          type: object
                          required: [name]
                          properties: {name: {type: string}, value: {type: string}}
                      tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                      path: {type: array, items: {type: string}}
                  status:
                    type: object
                    properties:
                      phase: {type: string}
                      conditions:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [type]
                        items:
                          type: object
                          required: [type]
                          properties: {type: {type: string}, status: {type: string}}
        """;

    @BeforeEach
    void define() {
        group = "g" + UUID.randomUUID().toString().substring(0, 8) + ".precinct.dev";
        post(DEFINITIONS, DEFINITION.replace("GROUP", group)).ok();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(DEFINITIONS + "/widgets." + group)
                                .body()
                                .at("/status/conditions")
                                .toString()
                                .contains("Established")
                        && get(widgets()).code() == 200);
    }

    @AfterEach
    void undefine() {
        delete(DEFINITIONS + "/widgets." + group);
    }

    private String widgets() {
        return "/apis/" + group + "/v1/namespaces/" + namespace + "/widgets";
    }

    private Reply create(String query, String spec) {
        return post(
                widgets() + query, "apiVersion: " + group + "/v1\nkind: Widget\nmetadata: {name: w}\nspec: " + spec);
    }

    private Reply applied(String manager, String fields) {
        String head = "apiVersion: " + group + "/v1\nkind: Widget\nmetadata: {name: w}\n";
        return apply(manager, widgets() + "/w", head + fields);
    }

    private Reply appliedStatus(String manager, String fields) {
        String head = "apiVersion: " + group + "/v1\nkind: Widget\nmetadata: {name: w}\n";
        return apply(manager, widgets() + "/w/status", head + fields);
    }

    @Test
    void defaultsAreFilledInAndUnknownFieldsDropped() {
        Reply created = create("", "{size: 3, bogus: x}").ok();
        assertThat(created.body().at("/spec/minimum").asInt()).isEqualTo(1);
        assertThat(created.body().at("/spec").has("bogus")).isFalse();
        assertThat(created.body().at("/metadata/generation").asInt()).isEqualTo(1);
    }

    @Test
    void unknownFieldsAreRefusedWhereThatIsAskedFor() {
        Reply refusal = create("?fieldValidation=Strict", "{size: 3, bogus: x}");
        assertThat(refusal.code()).isEqualTo(400);
        assertThat(refusal.text("/message")).contains("unknown field \"spec.bogus\"");
    }

    @Test
    void whatTheSchemaRefusesIsNamedByField() {
        assertRefused(create("", "{size: 0}"), "FieldValueInvalid", "spec.size");
        assertRefused(create("", "{size: many}"), "FieldValueTypeInvalid", "spec.size");
        assertRefused(create("", "{}"), "FieldValueRequired", "spec.size");
        assertRefused(create("", "{size: 1, color: blue}"), "FieldValueNotSupported", "spec.color");
    }

    @Test
    void whatARuleRefusesIsNamedByFieldAndMessage() {
        Reply refusal = create("", "{size: 1, minimum: 2}");
        assertRefused(refusal, "FieldValueInvalid", "spec");
        assertThat(refusal.text("/message")).contains("minimum must not be above size");
    }

    private static void assertRefused(Reply refusal, String reason, String field) {
        assertThat(refusal.code()).isEqualTo(422);
        assertThat(refusal.text("/reason")).isEqualTo("Invalid");
        JsonNode causes = refusal.body().at("/details/causes");
        assertThat(causes).as(refusal.body().toString()).anySatisfy(cause -> {
            assertThat(cause.path("reason").asText()).isEqualTo(reason);
            assertThat(cause.path("field").asText()).isEqualTo(field);
        });
    }

    @Test
    void anInvalidEditIsRefusedAndTheOldFormStays() {
        create("", "{size: 3}").ok();
        assertThat(patch(MERGE, widgets() + "/w", "{\"spec\":{\"size\":0}}").code())
                .isEqualTo(422);
        assertThat(get(widgets() + "/w").body().at("/spec/size").asInt()).isEqualTo(3);
    }

    @Test
    void generationsCountSpecsAndNotStatus() {
        create("", "{size: 3}").ok();
        Reply status = patch(MERGE, widgets() + "/w/status", "{\"status\":{\"phase\":\"Ready\"}}")
                .ok();
        assertThat(status.body().at("/metadata/generation").asInt()).isEqualTo(1);
        Reply spec = patch(MERGE, widgets() + "/w", "{\"spec\":{\"size\":4},\"status\":{\"phase\":\"X\"}}")
                .ok();
        assertThat(spec.body().at("/metadata/generation").asInt()).isEqualTo(2);
        assertThat(spec.text("/status/phase")).isEqualTo("Ready");
    }

    @Test
    void statusIsNotTakenFromACreation() {
        Reply created = post(
                widgets(),
                "apiVersion: " + group + "/v1\nkind: Widget\nmetadata: {name: w}\nspec: {size: 1}\nstatus: {phase: X}");
        assertThat(created.body().has("status")).isFalse();
    }

    @Test
    void aStatusApplyLeavesSpecAndFinalizerAlone() {
        String head =
                "apiVersion: " + group + "/v1\nkind: Widget\nmetadata: {name: w, finalizers: [precinct.dev/hold]}\n";
        apply("operator", widgets() + "/w", head + "spec: {size: 3}").ok();
        Reply status = appliedStatus("operator", "status: {phase: Ready, conditions: [{type: Ready, status: 'True'}]}")
                .ok();
        assertThat(status.text("/metadata/finalizers/0")).isEqualTo("precinct.dev/hold");
        assertThat(status.body().at("/spec/size").asInt()).isEqualTo(3);
        Reply spec =
                apply("operator", widgets() + "/w", head + "spec: {size: 4}").ok();
        assertThat(spec.text("/status/phase")).isEqualTo("Ready");
        patch(MERGE, widgets() + "/w", "{\"metadata\":{\"finalizers\":null}}").ok();
    }

    @Test
    void theSameStatusAppliedAgainIsNoChange() {
        create("", "{size: 3}").ok();
        String status = "status: {phase: Ready, conditions: [{type: Ready, status: 'True'}]}";
        Reply first = appliedStatus("operator", status).ok();
        assertThat(appliedStatus("operator", status).revision()).isEqualTo(first.revision());
    }

    @Test
    void conditionsOfTwoManagersMergeByType() {
        create("", "{size: 3}").ok();
        appliedStatus("one", "status: {conditions: [{type: A, status: 'True'}]}")
                .ok();
        Reply both = appliedStatus("two", "status: {conditions: [{type: B, status: 'True'}]}")
                .ok();
        assertThat(both.body().at("/status/conditions"))
                .extracting(c -> c.path("type").asText())
                .containsExactly("A", "B");
        Reply left = appliedStatus("one", "status: {phase: Ready}").ok();
        assertThat(left.body().at("/status/conditions"))
                .extracting(c -> c.path("type").asText())
                .containsExactly("B");
    }

    @Test
    void keyedListsAndSetsMergeAndPlainListsDoNot() {
        applied("one", "spec: {size: 3, parts: [{name: a, value: '1'}], tags: [left], path: [p]}")
                .ok();
        Reply both = applied("two", "spec: {parts: [{name: b, value: '2'}], tags: [right]}")
                .ok();
        assertThat(both.body().at("/spec/parts"))
                .extracting(p -> p.path("name").asText())
                .containsExactly("a", "b");
        assertThat(both.body().at("/spec/tags")).hasToString("[\"left\",\"right\"]");
        assertThat(applied("two", "spec: {path: [q]}").code()).isEqualTo(409);
        Reply left = applied("one", "spec: {size: 3, path: [q]}").ok();
        assertThat(left.body().at("/spec/tags")).hasToString("[\"right\"]");
        assertThat(left.body().at("/spec/path")).hasToString("[\"q\"]");
    }

    @Test
    void aDefinitionGoesWithItsObjects() {
        create("", "{size: 3}").ok();
        delete(DEFINITIONS + "/widgets." + group).ok();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(DEFINITIONS + "/widgets." + group).code() == 404
                        && get(widgets()).code() == 404);
    }

    @Test
    void aTableHasTheColumnsOfTheDefinition() {
        Reply widget = create("", "{size: 3}").ok();

        Reply table = as(
                        "application/json;as=Table;v=v1;g=meta.k8s.io", widgets() + "/" + widget.text("/metadata/name"))
                .ok();

        assertThat(table.body()
                        .path("columnDefinitions")
                        .valueStream()
                        .map(c -> c.path("name").asText()))
                .containsExactly("Name", "Size", "Ready", "Color");
        assertThat(table.body().at("/columnDefinitions/3/priority").asInt()).isEqualTo(1);
        assertThat(table.body().at("/rows/0/cells/1").asInt()).isEqualTo(3);
        assertThat(table.body().at("/rows/0/cells/2").isNull()).isTrue();
    }
}
