package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Server-side apply to the lists of Kubernetes' own kinds. */
abstract class ApplyToListsContract extends ContractServer {

    private Reply deployment(String manager, String containers) {
        String yaml = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 0
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
            """ + containers.indent(6)
                + (containers.contains("volumeMounts") ? "      volumes: [{name: seed, emptyDir: {}}]\n" : "");
        return apply(manager, "/apis/apps/v1/namespaces/" + namespace + "/deployments/web", yaml)
                .ok();
    }

    private static List<String> each(Reply reply, String pointer, String field) {
        List<String> values = new ArrayList<>();
        reply.body().at(pointer).forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    private static final String CONTAINERS = "/spec/template/spec/containers";

    @Test
    void containersMergeByName() {
        deployment("one", "- {name: app, image: app:1}");
        Reply both = deployment("two", "- {name: sidecar, image: side:1}");
        assertThat(each(both, CONTAINERS, "name")).containsExactly("app", "sidecar");
        Reply again = deployment("one", "- {name: app, image: app:2}");
        assertThat(each(again, CONTAINERS, "image")).containsExactly("app:2", "side:1");
    }

    @Test
    void aDroppedContainerGoes() {
        deployment("one", "- {name: app, image: app:1}\n- {name: extra, image: extra:1}");
        assertThat(each(deployment("one", "- {name: app, image: app:1}"), CONTAINERS, "name"))
                .containsExactly("app");
    }

    @Test
    void environmentMergesByNameAndDroppedVariablesGo() {
        deployment("one", "- {name: app, image: app:1, env: [{name: A, value: '1'}, {name: B, value: '2'}]}");
        deployment("two", "- {name: app, image: app:1, env: [{name: C, value: '3'}]}");
        Reply left = deployment("one", "- {name: app, image: app:1, env: [{name: B, value: '2'}]}");
        assertThat(each(left, CONTAINERS + "/0/env", "name")).containsExactly("B", "C");
    }

    @Test
    void portsMergeByNumberAlsoWhereTheProtocolIsLeftOut() {
        deployment("one", "- {name: app, image: app:1, ports: [{containerPort: 80, name: http}]}");
        Reply again = deployment("one", "- {name: app, image: app:1, ports: [{containerPort: 80, name: web}]}");
        assertThat(each(again, CONTAINERS + "/0/ports", "name")).containsExactly("web");
        assertThat(each(again, CONTAINERS + "/0/ports", "protocol")).containsExactly("TCP");
    }

    private static final String COMPLETE = """
        - name: app
          image: app:1
          ports: [{name: http, containerPort: 8080, protocol: TCP}]
          env: [{name: A, value: '1'}]
          readinessProbe: {httpGet: {path: /ready, port: http}}
          resources: {limits: {memory: 256Mi}}
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
          volumeMounts: [{name: seed, mountPath: /seed}]
        """;

    @Test
    void theSameDeploymentAppliedAgainIsNoChange() {
        Reply first = deployment("one", COMPLETE);
        Reply again = deployment("one", COMPLETE);
        assertThat(again.body().at("/metadata/generation").asInt()).isEqualTo(1);
        assertThat(again.body().path("spec")).isEqualTo(first.body().path("spec"));
        assertThat(fieldsOf(again, "one")).isEqualTo(fieldsOf(first, "one"));
    }

    private static JsonNode fieldsOf(Reply reply, String manager) {
        for (JsonNode entry : reply.body().at("/metadata/managedFields")) {
            if (entry.path("manager").asText().equals(manager)) {
                return entry.path("fieldsV1");
            }
        }
        throw new AssertionError(manager + " owns nothing");
    }

    @Test
    void ownershipIsWrittenByKeysOfItems() {
        Reply reply = deployment("one", "- {name: app, image: app:1, ports: [{containerPort: 80}]}");
        assertThat(fieldsOf(reply, "one").at("/f:spec/f:template/f:spec"))
                .hasToString(
                        "{\"f:containers\":{\"k:{\\\"name\\\":\\\"app\\\"}\":{\".\":{},\"f:image\":{},\"f:name\":{},"
                                + "\"f:ports\":{\"k:{\\\"containerPort\\\":80,\\\"protocol\\\":\\\"TCP\\\"}\":{\".\":{},"
                                + "\"f:containerPort\":{}}}}}}");
    }

    @Test
    void aDeploymentGetsTheDefaultsThatAClientWouldNotice() {
        Reply reply = deployment("one", COMPLETE);
        assertThat(reply.text("/spec/strategy/rollingUpdate/maxSurge")).isEqualTo("25%");
        assertThat(reply.text("/spec/template/spec/dnsPolicy")).isEqualTo("ClusterFirst");
        assertThat(reply.text(CONTAINERS + "/0/imagePullPolicy")).isEqualTo("IfNotPresent");
        assertThat(reply.body().at(CONTAINERS + "/0/readinessProbe"))
                .hasToString("{\"httpGet\":{\"path\":\"/ready\",\"port\":\"http\",\"scheme\":\"HTTP\"},"
                        + "\"timeoutSeconds\":1,\"periodSeconds\":10,\"successThreshold\":1,\"failureThreshold\":3}");
    }

    @Test
    void anAtomicListIsReplacedAsAWhole() {
        String path = "/apis/networking.k8s.io/v1/namespaces/" + namespace + "/networkpolicies/openings";
        String policy = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: openings}
            spec: {podSelector: {}, policyTypes: [Ingress], ingress: [%s]}
            """;
        apply("one", path, policy.formatted("{ports: [{port: 80}]}, {ports: [{port: 81}]}"))
                .ok();
        Reply next = apply("one", path, policy.formatted("{ports: [{port: 82}]}"));
        assertThat(next.body().at("/spec/ingress"))
                .hasToString("[{\"ports\":[{\"protocol\":\"TCP\",\"port\":82}]}]"
                        .replace("\"protocol\":\"TCP\",\"port\":82", portText(next)));
    }

    /** Servers write the fields of a port in different order. */
    private static String portText(Reply reply) {
        String text = reply.body().at("/spec/ingress/0/ports/0").toString();
        assertThat(text).contains("\"protocol\":\"TCP\"", "\"port\":82");
        return text.substring(1, text.length() - 1);
    }

    @Test
    void rulesOfARoleAreReplacedAsAWhole() {
        String path = "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace + "/roles/reader";
        String role = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reader}
            rules: [%s]
            """;
        String rule = "{apiGroups: [''], resources: [%s], verbs: [get]}";
        apply("one", path, role.formatted(rule.formatted("pods") + "," + rule.formatted("secrets")))
                .ok();
        Reply next = apply("one", path, role.formatted(rule.formatted("pods")));
        assertThat(next.body().path("rules")).hasSize(1);
        assertThat(apply("two", path, role.formatted(rule.formatted("secrets"))).code())
                .isEqualTo(409);
    }

    @Test
    void secretsOfAnAccountMergeByNameAndItsPullSecretsDoNot() {
        String path = "/api/v1/namespaces/" + namespace + "/serviceaccounts/runtime";
        String account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: runtime}\n";
        apply("one", path, account + "secrets: [{name: a}]\nimagePullSecrets: [{name: a}]")
                .ok();
        Reply both = apply("two", path, account + "secrets: [{name: b}]").ok();
        assertThat(each(both, "/secrets", "name")).containsExactly("a", "b");
        assertThat(apply("two", path, account + "imagePullSecrets: [{name: b}]").code())
                .isEqualTo(409);
    }

    @Test
    void aMountOfNoVolumeIsRefused() {
        Reply refusal = post("/apis/apps/v1/namespaces/" + namespace + "/deployments", """
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: app, image: app, volumeMounts: [{name: seed, mountPath: /seed}]}]}
            """);
        assertThat(refusal.code()).isEqualTo(422);
        assertThat(refusal.text("/message"))
                .isEqualTo("Deployment.apps \"web\" is invalid:"
                        + " spec.template.spec.containers[0].volumeMounts[0].name: Not found: \"seed\"");
    }
}
