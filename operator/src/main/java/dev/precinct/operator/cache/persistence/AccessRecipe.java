package dev.precinct.operator.cache.persistence;

import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The rights of a tenant's Redis user. Beside the tenant's own prefix there are the two forms that Redisson makes of it for its helper
 * keys and channels. Commands that tell names of others' keys or channels are denied, because Redis does not cut their answers.
 */
final class AccessRecipe {
    /** Redis 7 brought functions, which are shared by all users; 6.2 refuses even to hear of them. */
    private static final int FUNCTIONS_SINCE = 7;

    private static final List<String> COMMANDS = List.of(
            "-@all",
            "+@read",
            "+@write",
            "+@connection",
            "+@scripting",
            "+@pubsub",
            "+@transaction",
            "+@stream",
            "+@blocking",
            "-@admin",
            "-@dangerous",
            "-keys",
            "-scan",
            "-randomkey",
            "-dbsize",
            "-pubsub",
            "-swapdb",
            "-select",
            "-script",
            "+script|load",
            "+script|exists");

    private AccessRecipe() {}

    /** The three forms that a tenant's keys and channels have. */
    static List<String> patterns(TenantId tenant) {
        String prefix = new TenantKeys(tenant).prefix();
        return List.of(prefix + "*", "{" + prefix + "*", "redisson*:{" + prefix + "*");
    }

    static List<String> commands(int majorVersion) {
        if (majorVersion < FUNCTIONS_SINCE) {
            return COMMANDS;
        }
        var commands = new ArrayList<>(COMMANDS);
        commands.addAll(List.of("-function", "-fcall", "-fcall_ro"));
        return List.copyOf(commands);
    }

    /**
     * Everything for one ACL SETUSER. On 6.2 {@code reset} gives all channels, hence the second word. Redis Redis takes it as a whole or not at all. The
     * password goes as its hash.
     */
    static List<String> rules(TenantId tenant, String password, int majorVersion) {
        var rules = new ArrayList<>(List.of("reset", "resetchannels", "on", "#" + sha256(password)));
        for (String pattern : patterns(tenant)) {
            rules.add("~" + pattern);
            rules.add("&" + pattern);
        }
        rules.addAll(commands(majorVersion));
        return rules;
    }

    static String sha256(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
