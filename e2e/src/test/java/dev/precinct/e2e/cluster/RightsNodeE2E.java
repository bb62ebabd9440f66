package dev.precinct.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.e2e.installation.Output;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever steals the operator's or the gateway's token gets. */
@Order(3)
class RightsNodeE2E {
    private static final String OPERATOR = "system:serviceaccount:precinct-system:operator";
    private static final String BYSTANDER = "bystander";
    private static final String DENIED = "ValidatingAdmissionPolicy 'precinct-operator'";

    @BeforeAll
    static void install() {
        InstalledChart.ensure();
        Cluster.apply(namespace(BYSTANDER, "made-by: somebody")).succeeded();
    }

    @AfterAll
    static void tidy() {
        Cluster.kubectl("delete", "namespace", BYSTANDER, "--ignore-not-found", "--wait=false")
                .succeeded();
    }

    private static String binding(String namespace) {
        return """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: { name: precinct-tenant, namespace: %s }
                roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: precinct-tenant }
                subjects: [{ kind: ServiceAccount, name: operator, namespace: precinct-system }]
                """.formatted(namespace);
    }

    private static String namespace(String name, String labels) {
        return """
                apiVersion: v1
                kind: Namespace
                metadata: { name: %s, labels: { %s } }
                """.formatted(name, labels);
    }

    private static Output labelledByTheOperator(String label) {
        return Cluster.kubectl("--as=" + OPERATOR, "label", "--overwrite", "namespace", "tenant-acme", label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube-system", "default", BYSTANDER})
    void theOperatorMakesNoWayIntoANamespaceThatIsNotItsOwn(String namespace) {
        assertThat(Cluster.applyAs(OPERATOR, binding(namespace)).text()).contains(DENIED);
        assertThat(Cluster.applyAs(OPERATOR, namespace(namespace, "app.kubernetes.io/managed-by: precinct-operator"))
                        .text())
                .contains(DENIED);
        assertThat(Cluster.kubectl("--as=" + OPERATOR, "delete", "namespace", namespace, "--dry-run=server")
                        .text())
                .containsAnyOf(DENIED, "this namespace may not be deleted");
        for (String verb : List.of("get", "list", "create", "patch", "delete")) {
            assertThat(Cluster.kubectl("auth", "can-i", verb, "secrets", "-n", namespace, "--as=" + OPERATOR)
                            .text())
                    .as(verb)
                    .contains("no");
        }
    }

    @Test
    void theOperatorMakesOnlyNamespacesOfTenantsAndLoosensNone() {
        assertThat(Cluster.applyAs(OPERATOR, namespace("anything", "a: b")).text())
                .contains(DENIED);
        assertThat(Cluster.applyAs(OPERATOR, namespace("tenant-x", "app.kubernetes.io/managed-by: precinct-operator"))
                        .text())
                .as("without the other labels")
                .contains(DENIED);
        assertThat(labelledByTheOperator("pod-security.kubernetes.io/enforce=privileged")
                        .text())
                .contains(DENIED);
        assertThat(labelledByTheOperator("precinct.dev/tenant=globex").text()).contains(DENIED);
        assertThat(labelledByTheOperator("a=b").succeeded().text()).contains("labeled");
        Cluster.kubectl("label", "namespace", "tenant-acme", "a-").succeeded();
    }

    @Test
    void anotherRoleCanNotBeBound() {
        assertThat(Cluster.applyAs(
                                OPERATOR,
                                binding("tenant-acme")
                                        .replace("name: precinct-tenant,", "name: more,")
                                        .replace("name: precinct-tenant }", "name: cluster-admin }"))
                        .text())
                .contains("attempting to grant RBAC permissions not currently held");
    }

    @Test
    void noRightOfThePlatformIsAWildcardOrAWayToMore() {
        int rules = 0;
        for (String kind : List.of("clusterroles", "roles")) {
            for (JsonNode role : Cluster.get(kind, "-A", "-l", "app.kubernetes.io/part-of=precinct")
                    .path("items")) {
                for (JsonNode rule : role.path("rules")) {
                    String what = role.path("metadata").path("name").asText() + ": " + rule;
                    assertThat(rule.toString()).as(what).doesNotContain("\"*\"", "escalate", "impersonate");
                    boolean binds = rule.path("verbs").toString().contains("bind");
                    assertThat(!binds || rule.path("resourceNames").toString().equals("[\"precinct-tenant\"]"))
                            .as(what)
                            .isTrue();
                    rules++;
                }
            }
        }
        assertThat(rules).isGreaterThan(12);
    }
}
