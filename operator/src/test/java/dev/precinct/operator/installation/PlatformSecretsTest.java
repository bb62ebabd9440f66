package dev.precinct.operator.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.cluster.SecretContent;
import dev.precinct.operator.testing.TestingClusterObjects;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlatformSecretsTest {
    private static final String NAMESPACE = "precinct-system";

    private final TestingClusterObjects cluster = new TestingClusterObjects();
    private final AtomicInteger made = new AtomicInteger();
    private final PlatformSecrets secrets =
            new PlatformSecrets(cluster, NAMESPACE, () -> "password-" + made.incrementAndGet());

    private String value(String secret, String key) {
        return cluster.readSecret(NAMESPACE, secret).find(key).orElseThrow();
    }

    @Test
    void aServerIsDescribedAsTheOperatorReadsIt() {
        secrets.ofPostgresql("postgresql.precinct-system.svc", 5432);

        assertThat(value("postgresql-admin", "host")).isEqualTo("postgresql.precinct-system.svc");
        assertThat(value("postgresql-admin", "port")).isEqualTo("5432");
        assertThat(value("postgresql-admin", "username")).isEqualTo("precinct_admin");
        assertThat(value("postgresql-admin", "password")).isEqualTo("password-1");
    }

    @Test
    void aSecondInstallationKeepsThePasswordsThatServersKnow() {
        secrets.ofPostgresql("first", 5432);
        secrets.ofRedis();
        secrets.ofSimulator();
        String users = value("redis-users", "users.acl");

        secrets.ofPostgresql("second", 5433);
        secrets.ofRedis();
        secrets.ofSimulator();

        assertThat(value("postgresql-admin", "host")).isEqualTo("first");
        assertThat(value("postgresql-admin", "password")).isEqualTo("password-1");
        assertThat(value("redis-users", "users.acl")).isEqualTo(users);
        assertThat(value("simulator", "password")).isNotEqualTo(value("simulator", "apiPassword"));
    }

    @Test
    void theUsersOfRedisHaveThePasswordsOfTheSecretsThatWereThere() {
        cluster.createOnce(new SecretBuilder()
                .withNewMetadata()
                .withName("redis-gateway")
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withData(Map.of("password", SecretContent.encoded("brought-along")))
                .build());

        secrets.ofRedis();

        assertThat(value("redis-users", "users.acl").lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).isEqualTo("user default off"))
                .anySatisfy(line -> assertThat(line).startsWith("user admin on >password-1 "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("user gateway on >brought-along resetchannels ~gateway:* ")
                        .endsWith(" -keys -scan -randomkey"));
    }

    @Test
    void aSecretWithoutPasswordIsNamed() {
        cluster.createOnce(new SecretBuilder()
                .withNewMetadata()
                .withName("redis-admin")
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withData(Map.of())
                .build());

        assertThatThrownBy(secrets::ofRedis)
                .isInstanceOf(UnusableSecretException.class)
                .hasMessageContaining("Secret redis-admin in precinct-system has no key password");
    }
}
