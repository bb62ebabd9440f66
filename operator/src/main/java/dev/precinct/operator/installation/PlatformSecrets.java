package dev.precinct.operator.installation;

import dev.precinct.crd.meta.Labels;
import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.cluster.SecretContent;
import dev.precinct.operator.tenant.plan.PasswordSource;
import dev.precinct.tenancy.GatewayRights;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Secrets of what the chart brings along. Each is made once: one that is there is never touched, whoever made it, since a server knows the
 * password in it already.
 */
public final class PlatformSecrets {
    static final String POSTGRESQL = "postgresql-admin";
    static final String REDIS_ADMINISTRATOR = "redis-admin";
    static final String REDIS_GATEWAY = "redis-gateway";
    static final String REDIS_USERS = "redis-users";
    static final String SIMULATOR = "simulator";

    /** The role that the bundled server's data folder is made with. */
    private static final String POSTGRESQL_ADMINISTRATOR = "precinct_admin";

    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";

    private final ClusterObjects cluster;
    private final String namespace;
    private final PasswordSource passwords;

    public PlatformSecrets(ClusterObjects cluster, String namespace, PasswordSource passwords) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.passwords = passwords;
    }

    /** As an entry of {@code PRECINCT_DATABASE_SERVERS}. */
    public void ofPostgresql(String host, int port) {
        ensure(
                POSTGRESQL,
                Map.of(
                        "host",
                        host,
                        "port",
                        Integer.toString(port),
                        USERNAME,
                        POSTGRESQL_ADMINISTRATOR,
                        PASSWORD,
                        passwords.next()));
    }

    /** The administrator, the gateway, and the file of users that Redis starts with. */
    public void ofRedis() {
        String administrator = passwordOf(REDIS_ADMINISTRATOR, "admin");
        String gateway = passwordOf(REDIS_GATEWAY, "gateway");
        ensure(REDIS_USERS, Map.of("users.acl", """
                        user default off
                        user admin on >%s ~* &* +@all
                        user gateway on >%s %s
                        """.formatted(administrator, gateway, GatewayRights.rules(true))));
    }

    /** The simulator's accounts; a Tenant may name it as its CMX's credentials. */
    public void ofSimulator() {
        var accounts = new LinkedHashMap<String, String>();
        accounts.put(USERNAME, "precinct");
        accounts.put(PASSWORD, passwords.next());
        accounts.put("apiUsername", "precinct-api");
        accounts.put("apiPassword", passwords.next());
        ensure(SIMULATOR, accounts);
    }

    private String passwordOf(String secret, String username) {
        return ensure(secret, Map.of(USERNAME, username, PASSWORD, passwords.next()))
                .find(PASSWORD)
                .orElseThrow(() -> new UnusableSecretException("Secret " + secret + " in " + namespace
                        + " has no key password: add it, or delete the Secret to have it made anew"));
    }

    private SecretContent ensure(String name, Map<String, String> content) {
        var data = new TreeMap<String, String>();
        content.forEach((key, value) -> data.put(key, SecretContent.encoded(value)));
        return cluster.createOnce(new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Map.of(Labels.MANAGED_BY, Labels.OPERATOR))
                .endMetadata()
                .withType("Opaque")
                .withData(data)
                .build());
    }
}
