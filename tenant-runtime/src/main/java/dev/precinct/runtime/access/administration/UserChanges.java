package dev.precinct.runtime.access.administration;

import dev.precinct.runtime.access.Credential;
import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.Origin;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.Provenance;
import dev.precinct.runtime.access.User;
import dev.precinct.tenancy.permission.Actions;
import dev.precinct.tenancy.permission.Disclosure;
import dev.precinct.tenancy.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** What the tenant's administrator does with users. Pure: each answers the permissions after it, or refuses. */
public final class UserChanges {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,62}");

    private UserChanges() {}

    public static Permissions add(
            Permissions current, String name, Grant grant, SortedSet<String> groups, String verifier) {
        var errors = new ArrayList<FieldError>();
        if (!NAME.matcher(name).matches()) {
            errors.add(
                    new FieldError("name", "1 to 63 letters, digits, '.', '_', '@' or '-', a letter or digit first"));
        }
        refuseUnknown(current, grant, groups, errors);
        if (current.user(name).isPresent()) {
            throw UserRefusedException.nameTaken(name);
        }
        var credential = new Credential(verifier, current.revision() + 1, Origin.ADMINISTRATOR);
        User before = current.users().get(name);
        // Where the YAML has a user of that name whom the administrator removed, the row stays the YAML's, changed.
        Provenance provenance = before == null ? Provenance.OF_ADMINISTRATOR : before.provenance();
        return current.withUser(new User(name, grant, groups, credential, provenance, false));
    }

    public static Permissions change(Permissions current, String name, Grant grant, SortedSet<String> groups) {
        User user = existing(current, name);
        refuseUnknown(current, grant, groups, new ArrayList<>());
        User edited = user.edited(grant, groups);
        return user.says(edited) ? current : keepingAnAdministrator(current, current.withUser(edited));
    }

    public static Permissions remove(Permissions current, String name) {
        User user = existing(current, name);
        boolean ofSeed = user.provenance().origin() == Origin.SEED;
        return keepingAnAdministrator(current, ofSeed ? current.withUser(user.tombstone()) : current.withoutUser(name));
    }

    public static Permissions password(Permissions current, String name, String verifier) {
        var credential = new Credential(verifier, current.revision() + 1, Origin.ADMINISTRATOR);
        return current.withUser(existing(current, name).withCredential(credential));
    }

    private static User existing(Permissions current, String name) {
        return current.user(name).orElseThrow(UserRefusedException::noSuchUser);
    }

    private static Permissions keepingAnAdministrator(Permissions before, Permissions after) {
        boolean had = before.presentUsers().stream().anyMatch(User::administrator);
        if (had && after.presentUsers().stream().noneMatch(User::administrator)) {
            throw UserRefusedException.lastAdministrator();
        }
        return after;
    }

    private static void refuseUnknown(
            Permissions current, Grant grant, SortedSet<String> groups, List<FieldError> errors) {
        String role = grant.role();
        if (role != null
                && !role.equals(Actions.ADMINISTRATOR_ROLE)
                && !current.roles().containsKey(role)) {
            errors.add(new FieldError("role", "there is no role " + role));
        }
        String disclosure = grant.disclosure();
        if (disclosure != null
                && !Disclosure.BUILT_IN.containsKey(disclosure)
                && !current.disclosures().containsKey(disclosure)) {
            errors.add(new FieldError("disclosure", "there is no disclosure " + disclosure));
        }
        groups.stream()
                .filter(group -> !current.groups().containsKey(group))
                .forEach(group -> errors.add(new FieldError("groups", "there is no group " + group)));
        if (!errors.isEmpty()) {
            throw UserRefusedException.invalid(errors);
        }
    }
}
