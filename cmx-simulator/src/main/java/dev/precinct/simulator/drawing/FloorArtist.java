package dev.precinct.simulator.drawing;

import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.synthetic.Layout;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Draws a floor as an architect's plan. */
final class FloorArtist {
    private static final int PIXELS_PER_FOOT = 8;

    private FloorArtist() {}

    static BufferedImage draw(Floor floor, @Nullable Layout layout) {
        var size = floor.dimension();
        var width = floor.image().width() > 0 ? floor.image().width() : (int) (size.width() * PIXELS_PER_FOOT);
        var height = floor.image().height() > 0 ? floor.image().height() : (int) (size.length() * PIXELS_PER_FOOT);
        // Without an alpha channel: a known client stores what it gets as JPEG.
        var image = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.scale(width / size.width(), height / size.length());
        if (layout != null) {
            pen.setColor(Color.DARK_GRAY);
            for (var room : layout.rooms()) {
                pen.draw(new java.awt.geom.Rectangle2D.Double(room.x(), room.y(), room.width(), room.length()));
            }
        }
        pen.dispose();
        return image;
    }
}
