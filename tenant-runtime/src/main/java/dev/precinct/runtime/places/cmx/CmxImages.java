package dev.precinct.runtime.places.cmx;

import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.places.FloorImage;
import dev.precinct.runtime.places.ImageRef;
import dev.precinct.runtime.places.ImageSource;
import dev.precinct.runtime.places.PlacePath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Fetches floor images by their name, or by the floor's path where CMX does not know the name. */
@ApplicationScoped
public class CmxImages implements ImageSource {
    private static final String MAPS = "/api/config/v1/maps/";

    private final CmxAccess cmx;

    @Inject
    public CmxImages(CmxAccess cmx) {
        this.cmx = cmx;
    }

    @Override
    public Optional<FloorImage> fetch(PlacePath floor, ImageRef image) {
        var client = cmx.client();
        return client.image(MAPS + "imagesource/" + encoded(image.name()))
                .or(() -> client.image(MAPS + "image/" + encoded(floor.campus().name()) + "/"
                        + encoded(floor.building().name()) + "/"
                        + encoded(floor.floor().name())))
                .map(found -> new FloorImage(mediaType(found.mediaType(), image.name()), found.bytes()));
    }

    private static String mediaType(String told, String name) {
        if (told.startsWith("image/")) {
            return told;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg") ? "image/jpeg" : "image/png";
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
