package dev.precinct.runtime.nativeapi.users;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.http.Caller;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.nativeapi.Answers;
import dev.precinct.tenancy.permission.Actions;
import dev.precinct.tenancy.permission.Disclosure;
import dev.precinct.tenancy.permission.SegmentPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code /v1/permissions}: what the form for a user may offer. */
@Path("/v1/permissions")
@ApplicationScoped
public class PermissionsResource {
    private final AccessControl access;

    @Inject
    public PermissionsResource(AccessControl access) {
        this.access = access;
    }

    record RoleJson(String name, Collection<String> allow) {}

    record PermissionsJson(
            List<RoleJson> roles, Set<String> groups, Set<String> disclosures, Collection<String> segments) {}

    @GET
    public Response permissions(@Context ContainerRequestContext request) {
        Permissions permissions = access.current();
        var roles = new ArrayList<RoleJson>();
        roles.add(new RoleJson(Actions.ADMINISTRATOR_ROLE, Actions.all()));
        permissions.roles().values().forEach(role -> roles.add(new RoleJson(role.name(), role.actions())));
        var disclosures = new TreeSet<>(Disclosure.BUILT_IN.keySet());
        disclosures.addAll(permissions.disclosures().keySet());
        return Answers.json(
                200,
                new PermissionsJson(
                        roles,
                        permissions.groups().keySet(),
                        disclosures,
                        segments(Caller.of(request).scope())));
    }

    /** Places that the caller sees himself, with what they stand in. */
    private static Collection<String> segments(Scope scope) {
        var texts = new LinkedHashSet<String>();
        if (scope.everywhere()) {
            texts.add(SegmentPath.EVERYWHERE.text());
        }
        scope.places()
                .ifPresent(tree -> tree.paths().stream()
                        .filter(path -> scope.touches(path.floor().id()))
                        .forEach(path -> {
                            texts.add(path.campus().name());
                            texts.add(
                                    path.campus().name() + ">" + path.building().name());
                            texts.add(path.text());
                            scope.zonesOf(path.floor()).forEach(zone -> texts.add(path.text() + ">" + zone.name()));
                        }));
        return texts;
    }
}
