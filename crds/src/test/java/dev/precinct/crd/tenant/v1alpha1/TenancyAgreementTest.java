package dev.precinct.crd.tenant.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precinct.crd.validation.TenantRules;
import dev.precinct.tenancy.permission.Actions;
import dev.precinct.tenancy.permission.Disclosure;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the definition calls right is what the runtimes can read. */
class TenancyAgreementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "Mall",
                "Mall>North",
                "Mall>North>Level 1>Food court",
                "A>B>C>D>E",
                "Mall > North",
                " Mall",
                "Mall>",
                ">Mall",
                "",
                "Mall>*",
                "*>Mall",
                "**",
                "Mall>>North",
                "Einkaufszentrum Süd>Erdgeschoß",
                "Mall\tNorth",
                "M*ll"
            })
    void aSegmentIsRightWhereTheRuntimeCanReadIt(String text) {
        assertThat(isAccepted("segments", text)).isEqualTo(isReadable(text));
    }

    @Test
    void aSegmentMayBeAsLongAsTheRuntimeReads() {
        assertThat(isAccepted("segments", "a".repeat(400))).isTrue();
        assertThat(isReadable("a".repeat(400))).isTrue();
        assertThat(isReadable("a".repeat(401))).isFalse();
    }

    static Set<String> builtInDisclosures() {
        return Disclosure.BUILT_IN.keySet();
    }

    @ParameterizedTest
    @MethodSource("builtInDisclosures")
    void whatTheRuntimeHasBuiltInNeedsNoDeclaration(String disclosure) {
        ObjectNode tenant = tenant();
        user(tenant).put("disclosure", disclosure);
        assertThat(TenantRules.problemsIn(tenant, null)).isEmpty();
    }

    @Test
    void theAdministratorsRoleNeedsNoDeclaration() {
        ObjectNode tenant = tenant();
        user(tenant).put("role", Actions.ADMINISTRATOR_ROLE);
        assertThat(TenantRules.problemsIn(tenant, null)).isEmpty();
    }

    @Test
    void everyActionThatTheUnitsKnowMayBeAllowed() {
        ObjectNode tenant = tenant();
        var allowed = ((ObjectNode) tenant.at("/spec/permissions/roles/0")).putArray("allow");
        Actions.all().forEach(allowed::add);
        assertThat(TenantRules.problemsIn(tenant, null)).isEmpty();
    }

    private static boolean isAccepted(String field, String text) {
        ObjectNode tenant = tenant();
        user(tenant).putArray(field).add(text);
        return TenantRules.problemsIn(tenant, null).isEmpty();
    }

    private static boolean isReadable(String text) {
        try {
            return !new SegmentPath(text).text().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ObjectNode user(JsonNode tenant) {
        return (ObjectNode) tenant.at("/spec/permissions/users/0");
    }

    private static ObjectNode tenant() {
        try {
            return (ObjectNode) new YAMLMapper().readTree("""
                    apiVersion: precinct.dev/v1alpha1
                    kind: Tenant
                    metadata: {name: acme}
                    spec:
                      displayName: Acme
                      permissions:
                        roles: [{name: staff, allow: ["clients:read"]}]
                        users: [{name: ana, role: staff}]
                        administrator: {name: admin}
                    """);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the test's own YAML is wrong", e);
        }
    }
}
