package dev.precinct.simulator.drawing;

import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.synthetic.Layout;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures by name: from the recorded folder where it has them, else drawn at the first request and kept. */
public final class FloorImages {
    private static final String BLANK = "blank_floor.png";
    private static final int BLANK_PIXELS = 400;

    private final LiveVenue venue;
    private final Map<Long, Layout> layouts;
    private final @Nullable Path folder;
    private final Map<String, Image> drawn = new ConcurrentHashMap<>();

    public FloorImages(LiveVenue venue, List<Layout> layouts, @Nullable Path folder) {
        this.venue = venue;
        this.layouts = layouts.stream().collect(Collectors.toUnmodifiableMap(Layout::floorId, layout -> layout));
        this.folder = folder;
    }

    /** The bytes of a picture and their media type. */
    public record Image(String type, byte[] bytes) {}

    /** Null for a name that no floor uses. */
    public @Nullable Image find(String name) {
        var floor = venue.now().floors().stream()
                .filter(each -> each.image().name().equals(name))
                .findFirst()
                .orElse(null);
        if (floor == null && !name.equals(BLANK)) {
            return null;
        }
        // The picture shows the floor's name, so a renamed floor gets a new one.
        var key = floor == null ? name : name + " " + floor.path();
        return drawn.computeIfAbsent(key, missing -> load(name, floor));
    }

    private Image load(String name, @Nullable Floor floor) {
        var type = jpeg(name) ? "image/jpeg" : "image/png";
        try {
            // Only names of the maps come here, and only their last part is looked for: no way out of the folder.
            var recorded = folder == null ? null : folder.resolve(Path.of(name).getFileName());
            if (recorded != null && Files.isRegularFile(recorded)) {
                return new Image(type, Files.readAllBytes(recorded));
            }
            var picture = floor == null ? blank() : FloorArtist.draw(floor, layouts.get(floor.id()));
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, jpeg(name) ? "jpg" : "png", bytes);
            return new Image(type, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the picture " + name + " cannot be made", e);
        }
    }

    private static boolean jpeg(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    private static BufferedImage blank() {
        var image = new BufferedImage(BLANK_PIXELS, BLANK_PIXELS, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, BLANK_PIXELS, BLANK_PIXELS);
        pen.dispose();
        return image;
    }
}
