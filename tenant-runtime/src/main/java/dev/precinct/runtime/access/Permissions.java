package dev.precinct.runtime.access;

import dev.precinct.tenancy.permission.Actions;
import dev.precinct.tenancy.permission.Disclosure;
import dev.precinct.tenancy.permission.SegmentPath;
import dev.precinct.tenancy.principal.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the tenant knows about who may do and see what, at one revision. A tenant has hundreds of users, so the whole of it is
 * one immutable value: questions are answered from memory, changes make a new value.
 */
public record Permissions(
        long revision,
        SortedMap<String, Role> roles,
        SortedMap<String, DisclosureRow> disclosures,
        SortedMap<String, Group> groups,
        SortedMap<String, User> users) {
    public static final Permissions EMPTY = new Permissions(
            0,
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap());

    public Permissions {
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
        disclosures = Collections.unmodifiableSortedMap(new TreeMap<>(disclosures));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
    }

    /** The user, unless he is unknown or was removed. */
    public Optional<User> user(String name) {
        return Optional.ofNullable(users.get(name)).filter(user -> !user.removed());
    }

    /** All users that exist, in the order of their names. */
    public List<User> presentUsers() {
        return users.values().stream().filter(user -> !user.removed()).toList();
    }

    /** Empty for an unknown user. */
    public Optional<Rights> rightsOf(String name) {
        return user(name).map(this::rightsOf);
    }

    private Rights rightsOf(User user) {
        List<Grant> grants = Stream.concat(
                        Stream.of(user.grant()),
                        user.groups().stream()
                                .map(groups::get)
                                .filter(Objects::nonNull)
                                .map(Group::grant))
                .toList();
        var segments = new LinkedHashSet<SegmentPath>();
        var actions = new TreeSet<String>();
        for (Grant grant : grants) {
            segments.addAll(grant.segments());
            actions.addAll(actionsOf(grant.role()));
        }
        return new Rights(
                user.name(), Collections.unmodifiableSortedSet(actions), new ArrayList<>(segments), disclosureOf(user));
    }

    /** A role that is no longer there grants nothing. */
    private SortedSet<String> actionsOf(@Nullable String role) {
        if (Actions.ADMINISTRATOR_ROLE.equals(role)) {
            var all = new TreeSet<>(Actions.all());
            roles.values().forEach(each -> all.addAll(each.actions()));
            return all;
        }
        Role found = role == null ? null : roles.get(role);
        return found == null ? Collections.emptySortedSet() : found.actions();
    }

    private Disclosure disclosureOf(User user) {
        String own = user.grant().disclosure();
        if (own != null) {
            return disclosureNamed(own);
        }
        return StrictestDisclosure.of(user.groups().stream()
                .map(groups::get)
                .filter(Objects::nonNull)
                .map(group -> group.grant().disclosure())
                .filter(Objects::nonNull)
                .map(this::disclosureNamed)
                .toList());
    }

    /** A disclosure that is no longer there shows counts only: losing a definition must not show more. */
    private Disclosure disclosureNamed(String name) {
        Disclosure builtIn = Disclosure.BUILT_IN.get(name);
        if (builtIn != null) {
            return builtIn;
        }
        DisclosureRow row = disclosures.get(name);
        return row == null ? Disclosure.AGGREGATED : row.disclosure();
    }

    /** Users with a password, as the gateway needs them. */
    public List<Principal> principals() {
        return presentUsers().stream()
                .map(user -> principalOf(user.name()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a user who is unknown, removed or without a password. */
    public Optional<Principal> principalOf(String name) {
        return user(name)
                .flatMap(user -> Optional.ofNullable(user.credential())
                        .map(credential -> new Principal(
                                name, credential.verifier(), rightsOf(user).actions(), credential.revision())));
    }

    /** Every segment that a grant names. */
    public SortedSet<String> segmentTexts() {
        var texts = new TreeSet<String>();
        Stream.concat(
                        groups.values().stream().map(Group::grant),
                        presentUsers().stream().map(User::grant))
                .flatMap(grant -> grant.segments().stream())
                .forEach(segment -> texts.add(segment.text()));
        return texts;
    }

    public Permissions withUser(User user) {
        var changed = new TreeMap<>(users);
        changed.put(user.name(), user);
        return new Permissions(revision, roles, disclosures, groups, changed);
    }

    public Permissions withoutUser(String name) {
        var changed = new TreeMap<>(users);
        changed.remove(name);
        return new Permissions(revision, roles, disclosures, groups, changed);
    }

    public Permissions at(long newRevision) {
        return new Permissions(newRevision, roles, disclosures, groups, users);
    }
}
