package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Deletion: finalizers, owners, namespaces. */
abstract class DeletionContract extends ContractServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private void awaitGone(String path) {
        await().atMost(PATIENCE).until(() -> get(path).code() == 404);
    }

    @Test
    void aDeletedObjectIsGone() {
        post(configMaps(), "metadata: {name: a}").ok();
        Reply deleted = delete(configMap("a"));
        assertThat(deleted.code()).isEqualTo(200);
        assertThat(deleted.text("/status")).isEqualTo("Success");
        assertThat(get(configMap("a")).code()).isEqualTo(404);
        assertThat(delete(configMap("a")).code()).isEqualTo(404);
    }

    @Test
    void aFinalizerHoldsAnObjectUntilItIsTakenAway() {
        post(configMaps(), "metadata: {name: a, finalizers: [precinct.dev/hold]}")
                .ok();
        assertThat(delete(configMap("a")).text("/metadata/deletionTimestamp")).isNotEmpty();
        assertThat(get(configMap("a")).text("/metadata/deletionTimestamp")).isNotEmpty();
        patch(MERGE, configMap("a"), "{\"metadata\":{\"finalizers\":null}}").ok();
        assertThat(get(configMap("a")).code()).isEqualTo(404);
    }

    @Test
    void aDyingObjectTakesNoNewFinalizer() {
        post(configMaps(), "metadata: {name: a, finalizers: [precinct.dev/hold]}")
                .ok();
        delete(configMap("a"));
        Reply refusal = patch(
                MERGE, configMap("a"), "{\"metadata\":{\"finalizers\":[\"precinct.dev/hold\",\"precinct.dev/more\"]}}");
        assertThat(refusal.code()).isEqualTo(422);
        assertThat(refusal.text("/details/causes/0/field")).isEqualTo("metadata.finalizers");
        patch(MERGE, configMap("a"), "{\"metadata\":{\"finalizers\":null}}").ok();
    }

    @Test
    void aPreconditionThatFailsKeepsTheObject() {
        post(configMaps(), "metadata: {name: a}").ok();
        Reply refusal = send("DELETE", configMap("a"), JSON, "{\"preconditions\":{\"uid\":\"other\"}}");
        assertThat(refusal.code()).isEqualTo(409);
        assertThat(get(configMap("a")).code()).isEqualTo(200);
    }

    @Test
    void aCollectionIsDeletedBySelector() {
        post(configMaps(), "metadata: {name: a, labels: {x: y}}").ok();
        post(configMaps(), "metadata: {name: b}").ok();
        delete(configMaps() + "?labelSelector=x%3Dy").ok();
        assertThat(get(configMap("a")).code()).isEqualTo(404);
        assertThat(get(configMap("b")).code()).isEqualTo(200);
    }

    @Test
    void dependentsGoWithTheirOwner() {
        String uid = post(configMaps(), "metadata: {name: owner}").ok().text("/metadata/uid");
        post(
                        configMaps(),
                        "metadata: {name: owned, ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: owner, uid: "
                                + uid + "}]}")
                .ok();
        delete(configMap("owner"));
        awaitGone(configMap("owned"));
    }

    @Test
    void aForegroundDeletionWaitsForDependents() {
        String uid = post(configMaps(), "metadata: {name: owner}").ok().text("/metadata/uid");
        post(
                        configMaps(),
                        "metadata: {name: owned, finalizers: [precinct.dev/hold], ownerReferences: [{apiVersion: v1,"
                                + " kind: ConfigMap, name: owner, blockOwnerDeletion: true, uid: " + uid + "}]}")
                .ok();
        delete(configMap("owner") + "?propagationPolicy=Foreground").ok();
        await().atMost(PATIENCE)
                .until(() -> !get(configMap("owned"))
                        .text("/metadata/deletionTimestamp")
                        .isEmpty());
        assertThat(get(configMap("owner")).code()).isEqualTo(200);
        patch(MERGE, configMap("owned"), "{\"metadata\":{\"finalizers\":null}}").ok();
        awaitGone(configMap("owner"));
    }

    @Test
    void anOrphanStays() {
        String uid = post(configMaps(), "metadata: {name: owner}").ok().text("/metadata/uid");
        post(
                        configMaps(),
                        "metadata: {name: owned, ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: owner, uid: "
                                + uid + "}]}")
                .ok();
        delete(configMap("owner") + "?propagationPolicy=Orphan").ok();
        awaitGone(configMap("owner"));
        await().atMost(PATIENCE)
                .until(() -> get(configMap("owned"))
                        .body()
                        .at("/metadata/ownerReferences")
                        .isEmpty());
    }

    @Test
    void aNewNamespaceHasAnAccountAndAPhase() {
        assertThat(get("/api/v1/namespaces/" + namespace).text("/status/phase")).isEqualTo("Active");
        await().atMost(PATIENCE)
                .until(() -> get("/api/v1/namespaces/" + namespace + "/serviceaccounts/default")
                                .code()
                        == 200);
    }

    @Test
    void aNamespaceGoesWithItsContentAndTakesNothingNewMeanwhile() {
        String path = "/api/v1/namespaces/" + namespace;
        post(configMaps(), "metadata: {name: plain}").ok();
        post(configMaps(), "metadata: {name: held, finalizers: [precinct.dev/hold]}")
                .ok();
        assertThat(delete(path).text("/status/phase")).isEqualTo("Terminating");
        Reply refusal = post(configMaps(), "metadata: {name: late}");
        assertThat(refusal.code()).isEqualTo(403);
        assertThat(refusal.text("/reason")).isEqualTo("Forbidden");
        assertThat(refusal.text("/details/causes/0/reason")).isEqualTo("NamespaceTerminating");
        awaitGone(configMap("plain"));
        assertThat(get(path).code()).isEqualTo(200);
        patch(MERGE, configMap("held"), "{\"metadata\":{\"finalizers\":null}}").ok();
        awaitGone(path);
    }
}
