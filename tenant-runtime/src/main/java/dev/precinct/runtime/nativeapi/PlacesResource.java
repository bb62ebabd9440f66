package dev.precinct.runtime.nativeapi;

import dev.precinct.runtime.access.http.Caller;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.edge.HoldsCmxData;
import dev.precinct.runtime.floorplan.FloorPlans;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.PlaceTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /v1/places} and the plans of floors. */
@Path("/v1")
@HoldsCmxData
@ApplicationScoped
public class PlacesResource {
    private final FloorPlans plans;

    @Inject
    public PlacesResource(FloorPlans plans) {
        this.plans = plans;
    }

    @GET
    @Path("places")
    public Response places(@Context ContainerRequestContext request) {
        Scope scope = Caller.of(request).scope();
        return Answers.json(200, PlacesJson.of(tree(scope), scope));
    }

    @GET
    @Path("floors/{id}/image")
    public Response image(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Scope scope = Caller.of(request).scope();
        return tree(scope)
                .floor(new FloorId(id))
                .flatMap(floor -> plans.of(floor, scope))
                .map(image -> Response.ok(image.bytes(), image.mediaType())
                        .header("Cache-Control", "private, no-cache")
                        .build())
                .orElseGet(Answers::notFound);
    }

    private static PlaceTree tree(Scope scope) {
        return scope.places().orElseThrow(() -> new CmxException.NotTried("CMX's maps are not known yet."));
    }
}
