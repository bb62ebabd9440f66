package dev.precinct.runtime.cmxapi.http;

import dev.precinct.runtime.access.http.Caller;
import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.cmxapi.maps.MapCounts;
import dev.precinct.runtime.cmxapi.maps.MapCut;
import dev.precinct.runtime.edge.HoldsCmxData;
import dev.precinct.runtime.floorplan.FloorPlans;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorImage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code config} v1: maps with their children, counts, lists, access points and images. */
@Path("/api/config/v1")
@HoldsCmxData
@ApplicationScoped
public class MapsResource {
    private final FloorPlans plans;

    @Inject
    public MapsResource(FloorPlans plans) {
        this.plans = plans;
    }

    @GET
    @Path("maps")
    public Response tree(@Context ContainerRequestContext request) {
        return CmxResponses.json(cut(request).tree());
    }

    @GET
    @Path("maps/count")
    public Response count(@Context ContainerRequestContext request) {
        return CmxResponses.json(MapCounts.of(cut(request)));
    }

    @GET
    @Path("maps/info/{campus}")
    public Response campus(@Context ContainerRequestContext request, @PathParam("campus") String campus) {
        return CmxResponses.foundOr404(cut(request).campus(campus));
    }

    @GET
    @Path("maps/info/{campus}/{building}")
    public Response building(
            @Context ContainerRequestContext request,
            @PathParam("campus") String campus,
            @PathParam("building") String building) {
        return CmxResponses.foundOr404(cut(request).building(campus, building));
    }

    @GET
    @Path("maps/info/{campus}/{building}/{floor}")
    public Response floor(
            @Context ContainerRequestContext request,
            @PathParam("campus") String campus,
            @PathParam("building") String building,
            @PathParam("floor") String floor) {
        return CmxResponses.foundOr404(cut(request).floor(campus, building, floor));
    }

    @GET
    @Path("maps/building/list")
    public Response buildings(@Context ContainerRequestContext request) {
        return CmxResponses.json(cut(request).buildingList(Optional.empty()));
    }

    @GET
    @Path("maps/building/list/{name}")
    public Response buildings(@Context ContainerRequestContext request, @PathParam("name") String name) {
        return CmxResponses.json(cut(request).buildingList(Optional.of(name)));
    }

    @GET
    @Path("maps/floor/list")
    public Response floors(@Context ContainerRequestContext request) {
        return CmxResponses.json(cut(request).floorList(Optional.empty()));
    }

    @GET
    @Path("maps/floor/list/{name}")
    public Response floors(@Context ContainerRequestContext request, @PathParam("name") String name) {
        return CmxResponses.json(cut(request).floorList(Optional.of(name)));
    }

    @GET
    @Path("aps")
    public Response accessPoints(@Context ContainerRequestContext request) {
        return CmxResponses.json(cut(request).accessPoints());
    }

    @GET
    @Path("maps/image/{campus}/{building}/{floor}")
    public Response image(
            @Context ContainerRequestContext request,
            @PathParam("campus") String campus,
            @PathParam("building") String building,
            @PathParam("floor") String floor) {
        return image(request, cut(request).visibleFloor(campus, building, floor));
    }

    /** Names of images can be guessed: one is given when a floor that the user sees has it. */
    @GET
    @Path("maps/imagesource/{name}")
    public Response imageSource(@Context ContainerRequestContext request, @PathParam("name") String name) {
        return image(request, cut(request).floorsWithImage(name).stream().findFirst());
    }

    private Response image(ContainerRequestContext request, Optional<Floor> floor) {
        Optional<FloorImage> image =
                floor.flatMap(found -> plans.of(found, Caller.of(request).scope()));
        return image.map(found -> Response.ok(found.bytes(), found.mediaType()).build())
                .orElseGet(CmxResponses::notFound);
    }

    private static MapCut cut(ContainerRequestContext request) {
        var scope = Caller.of(request).scope();
        return scope.places()
                .map(tree -> new MapCut(tree, scope))
                .orElseThrow(() -> new CmxException.NotTried("CMX's maps are not known yet."));
    }
}
