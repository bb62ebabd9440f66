package dev.precinct.operator.tenant.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.TenantFixtures;
import dev.precinct.tenancy.permission.PermissionSeed;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionResourcesTest {
    @Test
    void theSeedSurvivesTheFile() throws JsonProcessingException {
        var spec = TenantFixtures.full().permissions();

        var read = new ObjectMapper().readValue(PermissionResources.text(spec), PermissionSeed.class);

        assertThat(read).isEqualTo(PermissionResources.seed(spec));
        assertThat(read.administrator()).isEqualTo("admin");
        assertThat(read.users().getFirst().segments()).containsExactly(new SegmentPath("Mall>North>Level 1"));
        assertThat(read.disclosures().getFirst().hide()).isEqualTo(Set.of("ipAddress", "ssId"));
        assertThat(read.groups()).extracting(PermissionSeed.Group::name).isEqualTo(List.of("north"));
    }

    @Test
    void fieldsOfADisclosureAreInOrderSoThatTheTextIsAlwaysTheSame() {
        assertThat(PermissionResources.text(TenantFixtures.full().permissions()))
                .containsSubsequence("\"ipAddress\"", "\"ssId\"");
    }

    @Test
    void theRuntimeIsToldByTheHashOfTheBytesThatItReads() throws Exception {
        var spec = TenantFixtures.full().permissions();
        var map = PermissionResources.permissions(new TenantNames("acme", TenantFixtures.UID), spec);
        byte[] bytes =
                String.valueOf(map.getData().get("permissions.json")).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(PermissionResources.sha256(spec))
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(bytes)));
    }

    @Test
    void noPasswordIsInTheFile() {
        assertThat(PermissionResources.text(TenantFixtures.full().permissions()))
                .doesNotContain("ben-password");
    }
}
