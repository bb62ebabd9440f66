package dev.precinct.runtime.floorplan;

import dev.precinct.runtime.places.Dimension;
import dev.precinct.runtime.places.FloorImage;
import dev.precinct.runtime.places.Zone;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Draws a floor plan anew with nothing but the given zones on it. */
final class PlanMask {
    private PlanMask() {}

    /** Empty when the picture can't be read: then no part of it is safe to show. */
    static Optional<FloorImage> within(FloorImage image, Dimension floor, List<Zone> zones) {
        try {
            BufferedImage source = ImageIO.read(new ByteArrayInputStream(image.bytes()));
            if (source == null || floor.widthFeet() <= 0 || floor.lengthFeet() <= 0) {
                return Optional.empty();
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(masked(source, floor, zones), "png", out);
            return Optional.of(new FloorImage("image/png", out.toByteArray()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Without transparency: programs that save plans as JPEG fail on it. */
    private static BufferedImage masked(BufferedImage source, Dimension floor, List<Zone> zones) {
        var target = new BufferedImage(source.getWidth(), source.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = target.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
            var pixelsPerFoot = AffineTransform.getScaleInstance(
                    source.getWidth() / floor.widthFeet(), source.getHeight() / floor.lengthFeet());
            var visible = new Area();
            zones.forEach(zone -> visible.add(new Area(pixelsPerFoot.createTransformedShape(shape(zone)))));
            graphics.setClip(visible);
            graphics.drawImage(source, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }

    private static Path2D shape(Zone zone) {
        var path = new Path2D.Double();
        boolean first = true;
        for (var corner : zone.corners()) {
            if (first) {
                path.moveTo(corner.getX(), corner.getY());
                first = false;
            } else {
                path.lineTo(corner.getX(), corner.getY());
            }
        }
        if (!first) {
            path.closePath();
        }
        return path;
    }
}
