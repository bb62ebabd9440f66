package dev.precinct.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.network.ServerAddress;
import dev.precinct.operator.testing.PassRig;
import dev.precinct.operator.testing.TenantFixtures;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a runtime is told about the servers that it has to trust. */
class TrustedServersTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);

    private final PassRig rig = new PassRig();

    @Test
    void theAuthoritiesStandBesideThePasswordsAndTheAddressAsksForThem() {
        rig.databases.address = new ServerAddress("db.example", 5432, Optional.of("authority of PostgreSQL"));
        rig.redis = new ServerAddress("redis", 6379, Optional.of("authority of Redis"));

        rig.ready(TenantFixtures.smallest());

        assertThat(find("database", "ca.crt")).contains("authority of PostgreSQL");
        assertThat(find("redis", "ca.crt")).contains("authority of Redis");
        assertThat(databaseUrl())
                .isEqualTo("jdbc:postgresql://db.example:5432/" + NAMES.login() + "?sslmode=verify-full");
    }

    @Test
    void anAuthorityThatCameLaterReachesARuntimeThatRunsAndItsPasswordStays() {
        rig.ready(TenantFixtures.smallest());
        var password = find("database", "password");
        assertThat(databaseUrl()).doesNotContain("?");

        rig.databases.address = new ServerAddress("db.example", 5432, Optional.of("authority of PostgreSQL"));
        rig.settle();

        assertThat(find("database", "ca.crt")).contains("authority of PostgreSQL");
        assertThat(find("database", "password")).isEqualTo(password);
        assertThat(databaseUrl()).endsWith("?sslmode=verify-full");
    }

    @Test
    void withoutAnAuthorityNothingIsAskedFor() {
        rig.ready(TenantFixtures.smallest());

        assertThat(find("database", "ca.crt")).isEmpty();
        assertThat(find("redis", "ca.crt")).isEmpty();
    }

    private Optional<String> find(String secret, String key) {
        return rig.cluster.readSecret("tenant-acme", secret).find(key);
    }

    private String databaseUrl() {
        Deployment runtime = rig.cluster
                .find(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName(TenantNames.RUNTIME)
                        .withNamespace(NAMES.namespace())
                        .endMetadata()
                        .build())
                .orElseThrow();
        return runtime.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream()
                .filter(variable -> variable.getName().equals("PRECINCT_DATABASE_URL"))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }
}
