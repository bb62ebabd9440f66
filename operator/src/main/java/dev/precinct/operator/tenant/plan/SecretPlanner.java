package dev.precinct.operator.tenant.plan;

import dev.precinct.operator.cluster.SecretContent;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.network.ServerAddress;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Reach;
import dev.precinct.operator.tenant.model.TenantObservation;
import dev.precinct.operator.tenant.model.TenantSecrets;
import dev.precinct.operator.tenant.resources.SecretResources;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Secrets of a tenant. What was generated once is kept: a new password is made only where there is none. */
final class SecretPlanner {
    private final TenantNames names;
    private final EffectiveSpec spec;
    private final TenantSecrets seen;
    private final Reach reach;
    private final PasswordSource passwords;

    SecretPlanner(TenantNames names, EffectiveSpec spec, TenantObservation seen, PasswordSource passwords) {
        this.names = names;
        this.spec = spec;
        this.seen = seen.secrets();
        this.reach = seen.reach();
        this.passwords = passwords;
    }

    List<Secret> secrets(String databasePassword, String redisPassword) {
        var secrets = new ArrayList<Secret>();
        secrets.add(login(TenantNames.DATABASE, databasePassword, reach.database()));
        secrets.add(login(TenantNames.REDIS, redisPassword, reach.redis()));
        secrets.add(secret(TenantNames.NOTIFICATIONS, Map.of("secret", kept(TenantNames.NOTIFICATIONS, "secret"))));
        secrets.add(secret(TenantNames.ASSERTION_KEYS, Map.of("jwks.json", seen.publicKeys())));
        secrets.add(secret(TenantNames.USER_PASSWORDS, userPasswords()));
        cmx().ifPresent(secrets::add);
        return secrets;
    }

    /** The password in this Secret, or a new one. */
    String kept(String secret, String key) {
        return seen.own(secret).find(key).filter(text -> !text.isEmpty()).orElseGet(passwords::next);
    }

    private Map<String, String> userPasswords() {
        var byUser = new TreeMap<String, String>();
        for (var user : spec.seedUsers()) {
            password(user).ifPresent(password -> byUser.put(user.name(), password));
        }
        return byUser;
    }

    /** A user who brings a password gets none of ours while it is missing: it would look as if it were his. */
    private Optional<String> password(EffectiveSpec.SeedUser user) {
        if (user.passwordSecret() == null) {
            return Optional.of(kept(TenantNames.USER_PASSWORDS, user.name()));
        }
        return seen.given(user.passwordSecret())
                .find(GivenSecrets.PASSWORD)
                .filter(text -> !text.isEmpty())
                .or(() -> seen.own(TenantNames.USER_PASSWORDS).find(user.name()));
    }

    /** A copy of the keys that we know. While the original lacks one, the last good copy stays. */
    private Optional<Secret> cmx() {
        if (spec.cmx().isEmpty()) {
            return Optional.empty();
        }
        SecretContent given = seen.given(spec.cmx().get().credentialsSecret());
        boolean complete = GivenSecrets.CMX_REQUIRED.stream()
                .noneMatch(key -> given.find(key).orElse("").isEmpty());
        if (!(given instanceof SecretContent.Present present) || !complete) {
            return Optional.empty();
        }
        var data = new TreeMap<String, String>();
        for (var keys : List.of(GivenSecrets.CMX_REQUIRED, GivenSecrets.CMX_OPTIONAL)) {
            keys.stream()
                    .filter(present.data()::containsKey)
                    .forEach(key -> data.put(key, present.data().get(key)));
        }
        return Optional.of(SecretResources.secret(names, TenantNames.CMX, data));
    }

    private Secret login(String name, String password, ServerAddress server) {
        var texts = new TreeMap<>(Map.of("username", names.login(), "password", password));
        server.authority().ifPresent(authority -> texts.put("ca.crt", authority));
        return secret(name, texts);
    }

    private Secret secret(String name, Map<String, String> texts) {
        var data = new TreeMap<String, String>();
        texts.forEach((key, text) -> data.put(key, SecretContent.encoded(text)));
        return SecretResources.secret(names, name, data);
    }
}
