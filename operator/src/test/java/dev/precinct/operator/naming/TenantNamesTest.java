package dev.precinct.operator.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.testing.TenantFixtures;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class TenantNamesTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);

    @Test
    void namesInsideTheClusterComeFromTheName() {
        assertThat(NAMES.namespace()).isEqualTo("tenant-acme");
    }

    @Test
    void namesOutsideComeFromTheUid() {
        assertThat(NAMES.login())
                .isEqualTo("t_0b8f43a25c1d4d8a9f602f2d7b1f9a11")
                .hasSizeLessThan(63);
    }

    @Test
    void theLabelsAreThese() {
        assertThat(NAMES.runtimeLabels())
                .containsEntry("app.kubernetes.io/managed-by", "precinct-operator")
                .containsEntry("app.kubernetes.io/name", "tenant-runtime")
                .containsEntry("precinct.dev/tenant", "acme")
                .containsEntry("precinct.dev/tenant-uid", TenantFixtures.UID)
                .hasSize(4);
    }

    @Test
    void anObjectOfADeletedNamesakeIsNotOurs() {
        var namesake = new TenantNames("acme", "11111111-5c1d-4d8a-9f60-2f2d7b1f9a11");

        assertThat(NAMES.areOn(NAMES.labels())).isTrue();
        assertThat(NAMES.areOn(namesake.labels())).isFalse();
        assertThat(NAMES.areOn(new HashMap<>())).isFalse();
    }
}
