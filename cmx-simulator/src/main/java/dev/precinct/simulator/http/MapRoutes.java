package dev.precinct.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.simulator.drawing.FloorImages;
import dev.precinct.simulator.maps.MapsView;
import dev.precinct.simulator.place.LiveVenue;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps, their parts, counts and images. */
final class MapRoutes {
    private static final String MAPS = "/api/config/v1/maps";

    private final LiveVenue venue;
    private final FloorImages images;

    MapRoutes(LiveVenue venue, FloorImages images) {
        this.venue = venue;
        this.images = images;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        MAPS,
                        Access.APPLIANCE,
                        exchange -> exchange.json(200, venue.now().tree())),
                Route.get(MAPS + "/count", Access.APPLIANCE, exchange -> exchange.json(200, view().counts())),
                Route.get(MAPS + "/info/{campus}", Access.APPLIANCE, exchange -> info(exchange, 1)),
                Route.get(MAPS + "/info/{campus}/{building}", Access.APPLIANCE, exchange -> info(exchange, 2)),
                Route.get(MAPS + "/info/{campus}/{building}/{floor}", Access.APPLIANCE, exchange -> info(exchange, 3)),
                Route.get(MAPS + "/image/{campus}/{building}/{floor}", Access.APPLIANCE, this::imageOfFloor),
                Route.get(
                        MAPS + "/imagesource/{imageName}",
                        Access.APPLIANCE,
                        exchange -> image(exchange, exchange.path("imageName"))),
                Route.get(
                        MAPS + "/building/list",
                        Access.APPLIANCE,
                        exchange -> exchange.json(200, view().buildings(null))),
                Route.get(
                        MAPS + "/building/list/{name}",
                        Access.APPLIANCE,
                        exchange -> exchange.json(200, view().buildings(exchange.path("name")))),
                Route.get(MAPS + "/floor/list", Access.APPLIANCE, exchange -> exchange.json(200, view().floors(null))),
                Route.get(
                        MAPS + "/floor/list/{name}",
                        Access.APPLIANCE,
                        exchange -> exchange.json(200, view().floors(exchange.path("name")))),
                Route.get(
                        "/api/config/v1/aps", Access.APPLIANCE, exchange -> exchange.json(200, view().accessPoints())),
                Route.get(
                        "/api/config/v1/heterarchy/allUserLevels",
                        Access.APPLIANCE,
                        exchange -> exchange.json(200, view().zoneLevels())));
    }

    private MapsView view() {
        return new MapsView(venue.now());
    }

    private void info(Exchange exchange, int depth) throws IOException {
        var names = List.of(exchange.path("campus"), exchange.path("building"), exchange.path("floor"));
        var node = view().node(names.subList(0, depth));
        answer(exchange, node);
    }

    private static void answer(Exchange exchange, @Nullable JsonNode node) throws IOException {
        if (node == null) {
            exchange.error(404, "Not found");
        } else {
            exchange.json(200, node);
        }
    }

    private void imageOfFloor(Exchange exchange) throws IOException {
        var floor = venue.now().floor(exchange.path("campus"), exchange.path("building"), exchange.path("floor"));
        if (floor == null) {
            exchange.error(404, "Not found");
        } else {
            image(exchange, floor.image().name());
        }
    }

    private void image(Exchange exchange, String name) throws IOException {
        var image = images.find(name);
        if (image == null) {
            exchange.error(404, "Not found");
        } else {
            exchange.bytes(200, image.type(), image.bytes());
        }
    }
}
