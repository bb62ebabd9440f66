package dev.precinct.runtime.access.seed;

import dev.precinct.runtime.access.Credential;
import dev.precinct.runtime.access.DisclosureRow;
import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.Group;
import dev.precinct.runtime.access.Origin;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.Provenance;
import dev.precinct.runtime.access.Role;
import dev.precinct.runtime.access.Row;
import dev.precinct.runtime.access.User;
import dev.precinct.tenancy.permission.Actions;
import dev.precinct.tenancy.permission.PermissionSeed;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Applies the seed: a row that nobody changed since it was seeded follows it, removal included; a row that the administrator made
 * or changed is kept, and reported where it differs. Pure.
 */
public final class SeedApplication {
    private SeedApplication() {}

    /** @param keptDifferences one sentence for each kept row that the YAML has otherwise */
    public record Outcome(Permissions permissions, List<String> keptDifferences) {}

    /** @param newVerifiers for users whose password file changed since their verifier was made */
    public static Outcome apply(Permissions current, PermissionSeed seed, Map<String, String> newVerifiers) {
        var differences = new ArrayList<String>();
        var merged = new Permissions(
                current.revision(),
                merge("role", current.roles(), rolesOf(seed), differences),
                merge("disclosure", current.disclosures(), disclosuresOf(seed), differences),
                merge("group", current.groups(), groupsOf(seed), differences),
                merge("user", current.users(), usersOf(seed), differences));
        return new Outcome(withPasswords(merged, newVerifiers), List.copyOf(differences));
    }

    private static <T extends Row<T>> SortedMap<String, T> merge(
            String kind, Map<String, T> current, Map<String, T> seeded, List<String> differences) {
        var result = new TreeMap<String, T>();
        current.forEach((name, row) -> {
            if (!row.provenance().followsSeed() && !(row.removed() && !seeded.containsKey(name))) {
                result.put(name, row);
            }
        });
        seeded.forEach((name, wanted) -> {
            T kept = result.get(name);
            T before = current.get(name);
            if (kept == null) {
                result.put(name, before == null ? wanted : before.following(wanted));
            } else if (!kept.says(wanted)) {
                differences.add("%s %s was %s here and is kept; the YAML has it otherwise"
                        .formatted(kind, name, whatHappened(kept)));
            }
        });
        result.forEach((name, row) -> {
            if (row.provenance().changed() && !seeded.containsKey(name)) {
                differences.add("%s %s was changed here and is kept; the YAML no longer has it".formatted(kind, name));
            }
        });
        return result;
    }

    private static String whatHappened(Row<?> kept) {
        if (kept.removed()) {
            return "removed";
        }
        return kept.provenance().changed() ? "changed" : "made";
    }

    private static SortedMap<String, Role> rolesOf(PermissionSeed seed) {
        var roles = new TreeMap<String, Role>();
        seed.roles()
                .forEach(role ->
                        roles.put(role.name(), new Role(role.name(), new TreeSet<>(role.allow()), Provenance.OF_SEED)));
        return roles;
    }

    private static SortedMap<String, DisclosureRow> disclosuresOf(PermissionSeed seed) {
        var disclosures = new TreeMap<String, DisclosureRow>();
        seed.disclosures().forEach(each -> disclosures.put(each.name(), new DisclosureRow(each, Provenance.OF_SEED)));
        return disclosures;
    }

    private static SortedMap<String, Group> groupsOf(PermissionSeed seed) {
        var groups = new TreeMap<String, Group>();
        seed.groups()
                .forEach(group -> groups.put(
                        group.name(),
                        new Group(
                                group.name(),
                                new Grant(group.role(), group.segments(), group.disclosure()),
                                Provenance.OF_SEED)));
        return groups;
    }

    private static SortedMap<String, User> usersOf(PermissionSeed seed) {
        var users = new TreeMap<String, User>();
        seed.users()
                .forEach(user -> users.put(
                        user.name(),
                        seeded(
                                user.name(),
                                new Grant(user.role(), user.segments(), user.disclosure()),
                                new TreeSet<>(user.groups()))));
        // Whoever the YAML calls administrator is one, whatever a line among the users says of him.
        if (seed.administrator() != null) {
            var everything = new Grant(Actions.ADMINISTRATOR_ROLE, List.of(SegmentPath.EVERYWHERE), null);
            users.put(seed.administrator(), seeded(seed.administrator(), everything, new TreeSet<>()));
        }
        return users;
    }

    private static User seeded(String name, Grant grant, TreeSet<String> groups) {
        return new User(name, grant, groups, null, Provenance.OF_SEED, false);
    }

    private static Permissions withPasswords(Permissions permissions, Map<String, String> newVerifiers) {
        Permissions result = permissions;
        for (var entry : newVerifiers.entrySet()) {
            User user = result.users().get(entry.getKey());
            if (user != null && takesPasswordOfSeed(user)) {
                var credential = new Credential(entry.getValue(), permissions.revision() + 1, Origin.SEED);
                result = result.withUser(user.withCredential(credential));
            }
        }
        return result;
    }

    /** A password that the administrator set survives; a user whom only the administrator knows has none in the YAML. */
    static boolean takesPasswordOfSeed(User user) {
        Credential credential = user.credential();
        return !user.removed()
                && user.provenance().origin() == Origin.SEED
                && (credential == null || credential.origin() == Origin.SEED);
    }
}
