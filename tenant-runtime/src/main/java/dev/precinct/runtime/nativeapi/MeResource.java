package dev.precinct.runtime.nativeapi;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.Group;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.User;
import dev.precinct.runtime.access.http.Caller;
import dev.precinct.runtime.access.segment.Segments;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code /v1/me}: who the caller is here. */
@Path("/v1/me")
@ApplicationScoped
public class MeResource {
    private final AccessControl access;
    private final Segments segments;
    private final ZoneId zone;

    @Inject
    public MeResource(AccessControl access, Segments segments, RuntimeSettings settings) {
        this.access = access;
        this.segments = segments;
        this.zone = settings.tenant().timeZone();
    }

    record Me(
            String name,
            ShownDisclosure disclosure,
            List<ShownSegment> segments,
            SortedSet<String> roles,
            SortedSet<String> groups,
            String timeZone) {}

    record ShownDisclosure(String name, boolean aggregated) {}

    record ShownSegment(String path, String kind, boolean resolved) {}

    @GET
    public Response me(@Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        Permissions permissions = access.current();
        return permissions
                .user(caller.user())
                .map(user -> Answers.json(200, me(caller, user, permissions)))
                .orElseGet(Answers::notFound);
    }

    private Me me(Caller caller, User user, Permissions permissions) {
        var roles = new TreeSet<String>();
        Stream.concat(
                        Stream.of(user.grant()),
                        user.groups().stream()
                                .map(permissions.groups()::get)
                                .filter(Objects::nonNull)
                                .map(Group::grant))
                .map(Grant::role)
                .filter(Objects::nonNull)
                .forEach(roles::add);
        return new Me(
                user.name(),
                new ShownDisclosure(
                        caller.disclosure().name(), caller.disclosure().aggregated()),
                segments.describe(caller.rights().segments()).stream()
                        .map(each ->
                                new ShownSegment(each.path().text(), each.kind().name(), each.resolved()))
                        .toList(),
                roles,
                user.groups(),
                zone.getId());
    }
}
