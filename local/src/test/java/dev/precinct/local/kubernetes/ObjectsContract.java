package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creating, reading, replacing and patching objects. */
abstract class ObjectsContract extends ContractServer {

    @Test
    void anObjectThatExistsCannotBeCreatedAgain() {
        post(configMaps(), "metadata: {name: a}").ok();
        Reply refusal = post(configMaps(), "metadata: {name: a}");
        assertThat(refusal.code()).isEqualTo(409);
        assertThat(refusal.text("/reason")).isEqualTo("AlreadyExists");
        assertThat(refusal.text("/message")).isEqualTo("configmaps \"a\" already exists");
    }

    @Test
    void aGeneratedNameIsCompleted() {
        Reply created = post(configMaps(), "metadata: {generateName: part-}").ok();
        assertThat(created.text("/metadata/name")).matches("part-[a-z0-9]{5}");
    }

    @Test
    void anObjectWithoutNameIsRefused() {
        Reply refusal = post(configMaps(), "data: {a: b}");
        assertThat(refusal.code()).isEqualTo(422);
        assertThat(refusal.text("/details/causes/0/reason")).isEqualTo("FieldValueRequired");
        assertThat(refusal.text("/details/causes/0/field")).isEqualTo("metadata.name");
    }

    @Test
    void aBadNameIsRefused() {
        Reply refusal = post(configMaps(), "metadata: {name: Not_Good}");
        assertThat(refusal.code()).isEqualTo(422);
        assertThat(refusal.text("/reason")).isEqualTo("Invalid");
        assertThat(refusal.text("/details/causes/0/field")).isEqualTo("metadata.name");
    }

    @Test
    void aMissingNamespaceIsNotFound() {
        Reply refusal = post("/api/v1/namespaces/nowhere/configmaps", "metadata: {name: a}");
        assertThat(refusal.code()).isEqualTo(404);
        assertThat(refusal.text("/message")).isEqualTo("namespaces \"nowhere\" not found");
    }

    @Test
    void aMissingObjectIsNotFound() {
        Reply refusal = get(configMap("missing"));
        assertThat(refusal.code()).isEqualTo(404);
        assertThat(refusal.text("/reason")).isEqualTo("NotFound");
        assertThat(refusal.text("/details/kind")).isEqualTo("configmaps");
    }

    @Test
    void anUnknownResourceIsNotFound() {
        assertThat(get("/apis/nobody.example/v1/things").code()).isEqualTo(404);
    }

    @Test
    void aStaleReplaceIsAConflict() {
        Reply first = post(configMaps(), "metadata: {name: a}\ndata: {x: '1'}").ok();
        ObjectNode next = first.body().deepCopy();
        next.putObject("data").put("x", "2");
        put(configMap("a"), next).ok();
        Reply refusal = put(configMap("a"), next);
        assertThat(refusal.code()).isEqualTo(409);
        assertThat(refusal.text("/message"))
                .isEqualTo("Operation cannot be fulfilled on configmaps \"a\": the object has been modified; "
                        + "please apply your changes to the latest version and try again");
    }

    @Test
    void aReplaceOrPatchThatChangesNothingKeepsTheResourceVersion() {
        Reply first = post(configMaps(), "metadata: {name: a}\ndata: {x: '1'}").ok();
        assertThat(put(configMap("a"), first.body()).revision()).isEqualTo(first.revision());
        assertThat(patch(MERGE, configMap("a"), "{\"data\":{\"x\":\"1\"}}").revision())
                .isEqualTo(first.revision());
    }

    @Test
    void patchesOfAllFormatsWork() {
        post(configMaps(), "metadata: {name: a}\ndata: {x: '1', y: '1'}").ok();
        assertThat(patch(MERGE, configMap("a"), "{\"data\":{\"x\":null,\"z\":\"2\"}}")
                        .body()
                        .path("data"))
                .hasToString("{\"y\":\"1\",\"z\":\"2\"}");
        assertThat(patch(JSON_PATCH, configMap("a"), "[{\"op\":\"replace\",\"path\":\"/data/y\",\"value\":\"3\"}]")
                        .text("/data/y"))
                .isEqualTo("3");
        assertThat(patch(JSON_PATCH, configMap("a"), "[{\"op\":\"test\",\"path\":\"/data/y\",\"value\":\"4\"}]")
                        .code())
                .isEqualTo(422);
        assertThat(patch("text/plain", configMap("a"), "{}").code()).isEqualTo(415);
    }

    @Test
    void aStrategicMergeFindsItemsByTheirKey() {
        String deployments = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
        post(deployments, """
            metadata: {name: web}
            spec:
              replicas: 0
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: app, image: app:1}, {name: side, image: side:1}]}
            """).ok();
        Reply next = patch(STRATEGIC, deployments + "/web", """
            {"spec":{"template":{"spec":{"containers":[{"name":"side","image":"side:2"}]}}}}
            """).ok();
        JsonNode containers = next.body().at("/spec/template/spec/containers");
        assertThat(containers).extracting(c -> c.path("image").asText()).containsExactly("app:1", "side:2");
    }

    @Test
    void aRehearsalKeepsNothing() {
        assertThat(post(configMaps() + "?dryRun=All", "metadata: {name: a}").code())
                .isEqualTo(201);
        assertThat(get(configMap("a")).code()).isEqualTo(404);
    }

    @Test
    void listsAreCutBySelectors() {
        post(configMaps(), "metadata: {name: a, labels: {tier: web, size: s}}").ok();
        post(configMaps(), "metadata: {name: b, labels: {tier: data}}").ok();
        assertThat(names("labelSelector=tier%3Dweb")).containsExactly("a");
        assertThat(names("labelSelector=tier%20in%20(web,data),size")).containsExactly("a");
        assertThat(names("labelSelector=tier,tier!%3Dweb")).containsExactly("b");
        assertThat(names("labelSelector=tier,!size")).containsExactly("b");
        assertThat(names("fieldSelector=metadata.name%3Db")).containsExactly("b");
        assertThat(get(configMaps() + "?fieldSelector=data.x%3Db").code()).isEqualTo(400);
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        get(configMaps() + "?" + query)
                .ok()
                .body()
                .path("items")
                .forEach(i -> names.add(i.at("/metadata/name").asText()));
        names.remove("kube-root-ca.crt");
        return names;
    }

    @Test
    void longListsComeInPages() {
        for (String name : List.of("a", "b", "c")) {
            post(configMaps(), "metadata: {name: " + name + ", labels: {paged: x}}")
                    .ok();
        }
        Reply first = get(configMaps() + "?labelSelector=paged%3Dx&limit=2").ok();
        assertThat(first.body().path("items")).hasSize(2);
        Reply rest = get(configMaps() + "?labelSelector=paged%3Dx&limit=2&continue=" + first.text("/metadata/continue"))
                .ok();
        assertThat(rest.body().path("items")).hasSize(1);
        assertThat(rest.text("/metadata/continue")).isEmpty();
    }

    @Test
    void unknownFieldsAreRefusedWhereThatIsAskedForAndDroppedOtherwise() {
        Reply refusal = post(configMaps() + "?fieldValidation=Strict", "metadata: {name: a}\nbogus: 1");
        assertThat(refusal.code()).isEqualTo(400);
        assertThat(refusal.text("/message")).contains("strict decoding error: unknown field \"bogus\"");
        assertThat(post(configMaps(), "metadata: {name: a}\nbogus: 1")
                        .ok()
                        .body()
                        .has("bogus"))
                .isFalse();
    }

    @Test
    void textOfASecretIsStoredAsData() {
        String secrets = "/api/v1/namespaces/" + namespace + "/secrets";
        Reply secret = post(secrets, "metadata: {name: s}\nstringData: {password: geheim}")
                .ok();
        assertThat(secret.text("/data/password")).isEqualTo("Z2VoZWlt");
        assertThat(secret.text("/type")).isEqualTo("Opaque");
        assertThat(secret.body().has("stringData")).isFalse();
        assertThat(post(secrets, "metadata: {name: t}\ndata: {password: '!'}").code())
                .isEqualTo(400);
    }

    @Test
    void aServiceGetsAnAddressAndKeepsIt() {
        String services = "/api/v1/namespaces/" + namespace + "/services";
        Reply service = post(services, "metadata: {name: web}\nspec: {ports: [{port: 80}]}")
                .ok();
        assertThat(service.text("/spec/clusterIP")).isNotEmpty();
        assertThat(service.text("/spec/ports/0/protocol")).isEqualTo("TCP");
        Reply again = apply(
                "one",
                services + "/web",
                "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80, protocol: TCP}]}");
        assertThat(again.text("/spec/clusterIP")).isEqualTo(service.text("/spec/clusterIP"));
    }

    @Test
    void statusAndSpecOfADeploymentAreWrittenApart() {
        String deployments = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
        post(deployments, """
            metadata: {name: web}
            spec:
              replicas: 0
              paused: true
              selector: {matchLabels: {app: web}}
              template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: app}]}}
            """).ok();
        patch(MERGE, deployments + "/web/status", "{\"spec\":{\"replicas\":5},\"status\":{\"readyReplicas\":0}}")
                .ok();
        Reply scaled = patch(MERGE, deployments + "/web/scale", "{\"spec\":{\"replicas\":0}}")
                .ok();
        assertThat(scaled.text("/kind")).isEqualTo("Scale");
        assertThat(get(deployments + "/web").body().at("/spec/replicas").asInt())
                .isZero();
        assertThat(scaled.text("/status/selector")).isEqualTo("app=web");
    }
}
