package dev.precinct.simulator.drawing;

import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Zone;
import dev.precinct.simulator.synthetic.Layout;
import dev.precinct.simulator.synthetic.Room;
import dev.precinct.simulator.synthetic.RoomKind;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Draws a floor as an architect's plan: pale rooms, dark walls, doors, furniture, names. All measures are feet. */
final class FloorArtist {
    private static final int PIXELS_PER_FOOT = 8;
    private static final Color PAPER = new Color(0xF7F8FA);
    private static final Color CORRIDOR = new Color(0xFCFCFD);
    private static final Color WALL = new Color(0x4A5361);
    private static final Color TEXT = new Color(0x5B6675);
    private static final Color GRID = new Color(0xE9ECF0);
    private static final double OUTER_WALL = 1.6;
    private static final double INNER_WALL = 0.7;
    private static final double DOOR = 4;

    private FloorArtist() {}

    static BufferedImage draw(Floor floor, @Nullable Layout layout) {
        var size = floor.dimension();
        var width = floor.image().width() > 0 ? floor.image().width() : (int) (size.width() * PIXELS_PER_FOOT);
        var height = floor.image().height() > 0 ? floor.image().height() : (int) (size.length() * PIXELS_PER_FOOT);
        // Without an alpha channel: a known client stores what it gets as JPEG.
        var image = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, width, height);
        pen.scale(width / size.width(), height / size.length());
        if (layout == null) {
            drawZones(pen, floor);
            outerWall(pen, floor);
        } else {
            drawRooms(pen, floor, layout);
        }
        pen.dispose();
        return image;
    }

    private static void drawRooms(Graphics2D pen, Floor floor, Layout layout) {
        pen.setColor(CORRIDOR);
        pen.fill(new Rectangle2D.Double(
                0, layout.corridorFrom(), floor.dimension().width(), layout.corridorTo() - layout.corridorFrom()));
        for (var room : layout.rooms()) {
            pen.setColor(fill(room.kind()));
            pen.fill(shape(room));
        }
        var furniture = new Furniture(pen);
        layout.rooms().forEach(furniture::draw);
        for (var room : layout.rooms()) {
            pen.setColor(WALL);
            pen.setStroke(new BasicStroke((float) INNER_WALL, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
            pen.draw(shape(room));
        }
        outerWall(pen, floor);
        layout.rooms().forEach(room -> door(pen, room, layout));
        layout.rooms().forEach(room -> name(pen, room));
        pen.setColor(new Color(0xB9C0CA));
        StrokeFont.drawCentred(
                pen,
                floor.building().name() + " - " + floor.name(),
                floor.dimension().width() / 2,
                layout.corridorY(),
                3);
    }

    private static Rectangle2D shape(Room room) {
        return new Rectangle2D.Double(room.x(), room.y(), room.width(), room.length());
    }

    private static Color fill(RoomKind kind) {
        return new Color(
                switch (kind) {
                    case READING -> 0xEAF1FB;
                    case STUDY -> 0xE6F4F1;
                    case STACKS -> 0xF4EFE6;
                    case LAB -> 0xEFEAF8;
                    case LECTURE -> 0xFBF1E4;
                    case CAFE -> 0xFCEEE9;
                    case LOUNGE -> 0xEEF6E6;
                    case OFFICE -> 0xEEF0F4;
                    case EXHIBITION -> 0xFAF3DC;
                    case HALL -> 0xFCFCFD;
                    case SERVICE, STAIRS, OPEN -> 0xF0F2F5;
                });
    }

    /** A gap in the wall and the leaf with its swing; halls have a wide opening and a second one to the outside. */
    private static void door(Graphics2D pen, Room room, Layout layout) {
        var door = room.door();
        var half = room.kind() == RoomKind.HALL ? room.width() * 0.35 : DOOR / 2;
        gap(
                pen,
                new Line2D.Double(door.x() - half, door.y(), door.x() + half, door.y()),
                INNER_WALL * 1.6,
                fill(room.kind()));
        if (room.kind() == RoomKind.HALL) {
            var outside = room.y() < layout.corridorFrom() ? room.y() : room.y() + room.length();
            gap(pen, new Line2D.Double(door.x() - 6, outside, door.x() + 6, outside), OUTER_WALL * 2.4, CORRIDOR);
        } else {
            var above = room.y() < layout.corridorFrom();
            pen.setColor(WALL);
            pen.setStroke(new BasicStroke(0.25f));
            var tip = above ? door.y() - DOOR : door.y() + DOOR;
            pen.draw(new Line2D.Double(door.x() - half, door.y(), door.x() - half, tip));
            pen.draw(new Arc2D.Double(
                    door.x() - half - DOOR, door.y() - DOOR, 2 * DOOR, 2 * DOOR, above ? 0 : 270, 90, Arc2D.OPEN));
        }
    }

    private static void gap(Graphics2D pen, Line2D line, double depth, Color colour) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke((float) depth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        pen.draw(line);
    }

    private static void name(Graphics2D pen, Room room) {
        var height = Math.min(3.4, (room.width() - 4) / Math.max(1, StrokeFont.width(room.name(), 1)));
        var middle = room.middle();
        var half = StrokeFont.width(room.name(), height) / 2 + 1.5;
        pen.setColor(fill(room.kind()));
        pen.fill(new Rectangle2D.Double(middle.x() - half, middle.y() - 3.5, 2 * half, 7));
        pen.setColor(TEXT);
        StrokeFont.drawCentred(pen, room.name(), middle.x(), middle.y(), height);
    }

    /** Of a recorded floor without its picture only the zones are known. */
    private static void drawZones(Graphics2D pen, Floor floor) {
        pen.setColor(GRID);
        pen.setStroke(new BasicStroke(0.2f));
        for (var x = 10.0; x < floor.dimension().width(); x += 10) {
            pen.draw(new Line2D.Double(x, 0, x, floor.dimension().length()));
        }
        for (var y = 10.0; y < floor.dimension().length(); y += 10) {
            pen.draw(new Line2D.Double(0, y, floor.dimension().width(), y));
        }
        floor.zones().forEach(zone -> zone(pen, zone));
        pen.setColor(TEXT);
        StrokeFont.drawCentred(
                pen,
                floor.name(),
                floor.dimension().width() / 2,
                floor.dimension().length() - 6,
                Math.min(6, floor.dimension().width() / 30));
    }

    private static void zone(Graphics2D pen, Zone zone) {
        var outline = new Path2D.Double();
        for (var corner : zone.polygon().corners()) {
            if (outline.getCurrentPoint() == null) {
                outline.moveTo(corner.x(), corner.y());
            } else {
                outline.lineTo(corner.x(), corner.y());
            }
        }
        if (outline.getCurrentPoint() == null) {
            return;
        }
        outline.closePath();
        pen.setColor(fill(RoomKind.READING));
        pen.fill(outline);
        pen.setColor(WALL);
        pen.setStroke(new BasicStroke(0.4f));
        pen.draw(outline);
        pen.setColor(TEXT);
        var middle = zone.polygon().middle();
        StrokeFont.drawCentred(pen, zone.name(), middle.x(), middle.y(), 3);
    }

    private static void outerWall(Graphics2D pen, Floor floor) {
        pen.setColor(WALL);
        pen.setStroke(new BasicStroke((float) OUTER_WALL, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        pen.draw(new Rectangle2D.Double(
                OUTER_WALL / 2,
                OUTER_WALL / 2,
                floor.dimension().width() - OUTER_WALL,
                floor.dimension().length() - OUTER_WALL));
    }
}
