package dev.precinct.runtime.access;

import dev.precinct.tenancy.principal.Principal;
import dev.precinct.tenancy.principal.PrincipalChange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what changed between two states: one revision for each user whose actions, segments, disclosure or password differ. A
 * change of places only does not concern the gateway, but it is published too: a second replica of the runtime learns from the
 * revision in the next assertion that it is behind.
 */
public record RevisedChanges(Permissions after, List<PrincipalChange> changes) {

    public static RevisedChanges between(Permissions before, Permissions after) {
        var names = new TreeSet<>(before.users().keySet());
        names.addAll(after.users().keySet());
        var changes = new ArrayList<PrincipalChange>();
        // A later revision without any change is asked for when readers are ahead, after a restored backup.
        long revision = Math.max(before.revision(), after.revision());
        for (String name : names) {
            if (!effect(before, name).equals(effect(after, name))) {
                changes.add(new PrincipalChange(++revision, name, principal(after, name)));
            }
        }
        if (changes.isEmpty() && !before.equals(after) && !names.isEmpty()) {
            // Nobody's rights changed, but something an administrator looks at did: one user is said again.
            String first = names.getFirst();
            changes.add(new PrincipalChange(++revision, first, principal(after, first)));
        }
        return new RevisedChanges(after.at(revision), List.copyOf(changes));
    }

    private record Effect(@Nullable Rights rights, @Nullable Principal principal) {}

    private static Effect effect(Permissions permissions, String name) {
        return new Effect(permissions.rightsOf(name).orElse(null), principal(permissions, name));
    }

    private static @Nullable Principal principal(Permissions permissions, String name) {
        return permissions.principalOf(name).orElse(null);
    }
}
