package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What kubectl asks beside objects: tables, and documents of what is served. */
abstract class KubectlContract extends ContractServer {
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    @Test
    void aListIsATableForWhoPrefersOne() {
        post(configMaps(), "{metadata: {name: a}, data: {x: '1', y: '2'}}").ok();

        Reply table = as(TABLE, configMaps() + "?fieldSelector=metadata.name=a").ok();

        assertThat(table.text("/kind")).isEqualTo("Table");
        assertThat(table.body()
                        .path("columnDefinitions")
                        .valueStream()
                        .map(c -> c.path("name").asText()))
                .containsExactly("Name", "Data", "Age");
        JsonNode row = table.body().at("/rows/0");
        assertThat(row.at("/cells/0").asText()).isEqualTo("a");
        assertThat(row.at("/cells/1").asInt()).isEqualTo(2);
        assertThat(row.at("/object/kind").asText()).isEqualTo("PartialObjectMetadata");
        assertThat(row.at("/object/metadata/name").asText()).isEqualTo("a");
    }

    @Test
    void aRowHasAsMuchOfItsObjectAsIsAskedFor() {
        post(configMaps(), "{metadata: {name: a}, data: {x: '1'}}").ok();

        assertThat(as(TABLE, configMap("a") + "?includeObject=Object").text("/rows/0/object/data/x"))
                .isEqualTo("1");
        assertThat(as(TABLE, configMap("a") + "?includeObject=None")
                        .body()
                        .at("/rows/0/object")
                        .isNull())
                .isTrue();
        assertThat(as(TABLE, configMap("a") + "?includeObject=Some").code()).isEqualTo(400);
    }

    @Test
    void whoPrefersJsonGetsTheObject() {
        post(configMaps(), "metadata: {name: a}").ok();
        assertThat(as("application/json," + TABLE, configMap("a")).text("/kind"))
                .isEqualTo("ConfigMap");
    }

    @Test
    void anObjectThatIsNotThereIsAStatusAlsoForWhoPrefersTables() {
        assertThat(as(TABLE, configMap("nothing")).text("/kind")).isEqualTo("Status");
    }

    @Test
    void aWatchSendsTablesToWhoPrefersThem() {
        String revision =
                post(configMaps(), "{metadata: {name: a}, data: {x: '1'}}").ok().revision();
        String before = Long.toString(Long.parseLong(revision) - 1);

        Reply event = as(
                TABLE,
                configMaps() + "?watch=true&timeoutSeconds=1&fieldSelector=metadata.name=a&resourceVersion=" + before);

        assertThat(event.text("/type")).isEqualTo("ADDED");
        assertThat(event.text("/object/kind")).isEqualTo("Table");
        assertThat(event.text("/object/rows/0/cells/0")).isEqualTo("a");
    }

    @Test
    void theDocumentsOfAGroupAreFoundThroughTheirIndex() {
        String address = get("/openapi/v3").ok().text("/paths/apis~1apps~1v1/serverRelativeURL");

        JsonNode document = get(address).ok().body();

        JsonNode patch = document.at("/paths/~1apis~1apps~1v1~1namespaces~1{namespace}~1deployments~1{name}/patch");
        assertThat(patch.at("/x-kubernetes-group-version-kind/kind").asText()).isEqualTo("Deployment");
        assertThat(patch.path("parameters")
                        .valueStream()
                        .map(p -> p.path("name").asText()))
                .contains("fieldValidation", "dryRun", "fieldManager", "force");
    }

    @Test
    void everyReferenceInADocumentLeadsSomewhere() {
        JsonNode document = get("/openapi/v3/api/v1").ok().body();
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void aDocumentOfNothingIsNotFound() {
        assertThat(get("/openapi/v3/apis/nothing.precinct.dev/v1").code()).isEqualTo(404);
    }

    @Test
    void anUnknownFieldOfAStrictPatchIsRefused() {
        post(configMaps(), "metadata: {name: a}").ok();
        Reply refused = patch(MERGE, configMap("a") + "?fieldValidation=Strict", "{\"dat\":{}}");
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.text("/details/causes/0/field")).isEqualTo("patch");
        assertThat(refused.text("/message")).contains("unknown field \"dat\"");
    }
}
