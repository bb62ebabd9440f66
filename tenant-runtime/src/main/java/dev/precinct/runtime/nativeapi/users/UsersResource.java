package dev.precinct.runtime.nativeapi.users;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.User;
import dev.precinct.runtime.access.administration.UserChanges;
import dev.precinct.runtime.access.administration.UserRefusedException;
import dev.precinct.runtime.access.segment.Segments;
import dev.precinct.runtime.edge.Failures;
import dev.precinct.runtime.nativeapi.Answers;
import dev.precinct.tenancy.permission.SegmentPath;
import dev.precinct.tenancy.principal.PasswordVerifier;
import dev.precinct.tenancy.problem.Problem;
import dev.precinct.tenancy.problem.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /v1/users}: list, add, change, remove, new password. */
@Path("/v1/users")
@ApplicationScoped
public class UsersResource {
    private static final Set<String> NEW_FIELDS = Set.of("name", "role", "groups", "segments", "disclosure");
    private static final Set<String> CHANGED_FIELDS = Set.of("role", "groups", "segments", "disclosure");

    private final AccessControl access;
    private final Segments segments;
    private final PasswordVerifier verifier;

    @Inject
    public UsersResource(AccessControl access, Segments segments, PasswordVerifier verifier) {
        this.access = access;
        this.segments = segments;
        this.verifier = verifier;
    }

    record UsersJson(List<UserJson> users, long revision) {}

    @GET
    public Response list() {
        Permissions permissions = access.current();
        List<UserJson> users = permissions.presentUsers().stream()
                .map(user -> UserJson.of(user, null))
                .toList();
        return Answers.json(200, new UsersJson(users, permissions.revision()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(String json) {
        return UserBody.parse(json)
                .map(body -> {
                    var wanted = body.over("", Grant.NOTHING, new TreeSet<>(), NEW_FIELDS);
                    refuseUnknownPlaces(wanted.grant().segments(), List.of());
                    String password = Passwords.fresh();
                    String hash = verifier.hash(password);
                    Permissions after = change(
                            current -> UserChanges.add(current, wanted.name(), wanted.grant(), wanted.groups(), hash));
                    return Answers.json(201, shown(after, wanted.name(), password));
                })
                .orElseGet(UsersResource::notJson);
    }

    @PATCH
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("name") String name, String json) {
        return UserBody.parse(json)
                .map(body -> Answers.json(200, shown(change(current -> changed(current, name, body)), name, null)))
                .orElseGet(UsersResource::notJson);
    }

    private Permissions changed(Permissions current, String name, UserBody body) {
        User known = current.user(name).orElseThrow(UserRefusedException::noSuchUser);
        var wanted = body.over(name, known.grant(), known.groups(), CHANGED_FIELDS);
        refuseUnknownPlaces(wanted.grant().segments(), known.grant().segments());
        return UserChanges.change(current, name, wanted.grant(), wanted.groups());
    }

    @DELETE
    @Path("{name}")
    public Response remove(@PathParam("name") String name) {
        Permissions ignored = change(current -> UserChanges.remove(current, name));
        return Response.noContent().build();
    }

    @POST
    @Path("{name}/password")
    public Response newPassword(@PathParam("name") String name) {
        if (access.current().user(name).isEmpty()) {
            return Answers.notFound();
        }
        String password = Passwords.fresh();
        String hash = verifier.hash(password);
        Permissions ignored = change(current -> UserChanges.password(current, name, hash));
        return Answers.json(200, Map.of("password", password));
    }

    /** The change holds for the next request already, its segments too. */
    private Permissions change(UnaryOperator<Permissions> change) {
        Permissions after = access.change(change);
        segments.refresh();
        return after;
    }

    private static UserJson shown(Permissions permissions, String name, @Nullable String password) {
        return permissions
                .user(name)
                .map(user -> UserJson.of(user, password))
                .orElseThrow(UserRefusedException::noSuchUser);
    }

    /** A place that no map has is a slip of the pen; one that stood there before may stay. */
    private void refuseUnknownPlaces(List<SegmentPath> wanted, List<SegmentPath> before) {
        List<FieldError> errors = wanted.stream()
                .filter(path -> !before.contains(path) && !segments.mayBeGranted(path))
                .map(path -> new FieldError("segments", "there is no place " + path.text()))
                .toList();
        if (!errors.isEmpty()) {
            throw UserRefusedException.invalid(errors);
        }
    }

    private static Response notJson() {
        return Failures.problem(Problem.of(400, "not-json", "The body is not a JSON object", null));
    }
}
