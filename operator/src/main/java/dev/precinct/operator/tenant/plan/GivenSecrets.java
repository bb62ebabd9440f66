package dev.precinct.operator.tenant.plan;

import dev.precinct.operator.cluster.SecretContent;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.TenantSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The Secrets that a spec names in the operator's namespace: which, and what is wrong with them. */
public final class GivenSecrets {
    static final List<String> CMX_REQUIRED = List.of("username", "password");
    static final List<String> CMX_OPTIONAL = List.of("apiUsername", "apiPassword", "ca.crt");
    static final String PASSWORD = "password";

    private GivenSecrets() {}

    /** Their names, each once. */
    public static List<String> namedBy(EffectiveSpec spec) {
        var names = new TreeSet<String>();
        spec.cmx().ifPresent(cmx -> names.add(cmx.credentialsSecret()));
        spec.seedUsers().forEach(user -> {
            if (user.passwordSecret() != null) {
                names.add(user.passwordSecret());
            }
        });
        return List.copyOf(names);
    }

    /** What is missing, in words that name the Secret and the key. */
    public static List<Lack> lacks(EffectiveSpec spec, TenantSecrets secrets) {
        var lacks = new ArrayList<Lack>();
        spec.cmx()
                .ifPresent(cmx -> lacks.addAll(
                        lacksOf("spec.cmx.credentialsSecret", cmx.credentialsSecret(), secrets, CMX_REQUIRED)));
        for (var user : spec.seedUsers()) {
            if (user.passwordSecret() != null) {
                lacks.addAll(
                        lacksOf("passwordSecret of " + user.name(), user.passwordSecret(), secrets, List.of(PASSWORD)));
            }
        }
        return List.copyOf(lacks);
    }

    private static List<Lack> lacksOf(String field, String secret, TenantSecrets secrets, List<String> keys) {
        return switch (secrets.given(secret)) {
            case SecretContent.Absent absent ->
                List.of(new Lack(
                        TenantReason.SECRET_MISSING, field + ": the operator's namespace has no Secret " + secret));
            case SecretContent.Unreadable unreadable ->
                List.of(new Lack(
                        TenantReason.SECRET_MISSING, field + ": the operator may not read the Secret " + secret));
            case SecretContent.Present present ->
                keys.stream()
                        .filter(key -> present.find(key).orElse("").isEmpty())
                        .map(key -> new Lack(
                                TenantReason.SECRET_KEY_MISSING,
                                field + ": the Secret " + secret + " has no key " + key))
                        .toList();
        };
    }

    /** One thing that is missing. */
    public record Lack(TenantReason reason, String message) {}
}
