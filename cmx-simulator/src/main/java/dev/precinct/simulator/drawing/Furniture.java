package dev.precinct.simulator.drawing;

import dev.precinct.simulator.synthetic.Room;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** What stands in a room, thin and pale: enough to tell a cafe from a lecture hall. All measures are feet. */
final class Furniture {
    private static final Color LINE = new Color(0xB4BBC4);
    private static final Color FILL = new Color(0xFFFFFF);
    private static final double MARGIN = 5;

    private final Graphics2D pen;

    Furniture(Graphics2D pen) {
        this.pen = pen;
    }

    void draw(Room room) {
        pen.setStroke(new BasicStroke(0.3f));
        switch (room.kind()) {
            case READING -> grid(room, 16, 13, this::tableWithFourChairs);
            case STUDY -> grid(room, 13, 14, this::tableWithFourChairs);
            case CAFE, LOUNGE -> grid(room, 12, 12, this::roundTable);
            case STACKS -> shelves(room);
            case LAB -> grid(room, 22, 14, this::bench);
            case LECTURE -> rows(room);
            case OFFICE -> grid(room, 16, 15, this::desk);
            case EXHIBITION -> grid(room, 16, 16, this::plinth);
            case SERVICE -> counter(room);
            case STAIRS -> stairs(room);
            case HALL, OPEN -> {
                // left empty: people walk here
            }
        }
    }

    private interface Piece {
        void draw(double x, double y);
    }

    /** The piece again and again, evenly spread; a band in the middle stays free for the room's name. */
    private void grid(Room room, double stepX, double stepY, Piece piece) {
        var columns = Math.max(1, (int) ((room.width() - 2 * MARGIN) / stepX));
        var rows = Math.max(1, (int) ((room.length() - 2 * MARGIN) / stepY));
        for (var column = 0; column < columns; column++) {
            for (var row = 0; row < rows; row++) {
                var x = room.x() + (column + 0.5) * room.width() / columns;
                var y = room.y() + (row + 0.5) * room.length() / rows;
                if (Math.abs(y - room.middle().y()) > 5.5) {
                    piece.draw(x, y);
                }
            }
        }
    }

    private void tableWithFourChairs(double x, double y) {
        for (var side = -1; side <= 1; side += 2) {
            box(x - 2.6, y + side * 2.6 - 0.8, 1.6, 1.6, 0.8);
            box(x + 1.0, y + side * 2.6 - 0.8, 1.6, 1.6, 0.8);
        }
        box(x - 4, y - 1.7, 8, 3.4, 0.5);
    }

    private void roundTable(double x, double y) {
        for (var turn = 0; turn < 4; turn++) {
            var angle = Math.PI / 4 + turn * Math.PI / 2;
            circle(x + 2.9 * Math.cos(angle), y + 2.9 * Math.sin(angle), 0.8);
        }
        circle(x, y, 2);
    }

    private void bench(double x, double y) {
        box(x - 8, y - 1.6, 16, 3.2, 0.4);
        for (var stool = -6; stool <= 6; stool += 4) {
            circle(x + stool, y + 3, 0.8);
        }
    }

    private void desk(double x, double y) {
        box(x - 4.5, y - 2.5, 9, 3, 0.3);
        box(x + 2, y - 2.5, 2.5, 6, 0.3);
        circle(x - 1, y + 2, 1);
    }

    private void plinth(double x, double y) {
        box(x - 2, y - 2, 4, 4, 0.2);
        box(x - 1.2, y - 1.2, 2.4, 2.4, 0.2);
    }

    private void shelves(Room room) {
        var columns = (int) ((room.width() - 2 * MARGIN) / 7);
        for (var column = 0; column < columns; column++) {
            var x = room.x() + MARGIN + (column + 0.5) * (room.width() - 2 * MARGIN) / columns;
            shelf(x, room.y() + MARGIN, room.middle().y() - 6);
            shelf(x, room.middle().y() + 6, room.y() + room.length() - MARGIN);
        }
    }

    private void shelf(double x, double from, double to) {
        box(x - 1.3, from, 2.6, to - from, 0.2);
        pen.setColor(LINE);
        pen.draw(new Line2D.Double(x, from, x, to));
    }

    private void rows(Room room) {
        for (var y = room.y() + 9; y < room.y() + room.length() - 7; y += 5) {
            if (Math.abs(y - room.middle().y()) > 4.5) {
                for (var x = room.x() + 14; x < room.x() + room.width() - 6; x += 3.2) {
                    box(x - 1, y - 1, 2, 2, 0.8);
                }
            }
        }
        box(room.x() + 3, room.y() + room.length() / 2 - 8, 2, 16, 0.3);
    }

    private void counter(Room room) {
        box(room.x() + 4, room.y() + 5, room.width() - 8, 3, 0.5);
        box(room.x() + 4, room.y() + room.length() - 8, room.width() - 8, 3, 0.5);
    }

    private void stairs(Room room) {
        pen.setColor(LINE);
        var top = room.y() + 8;
        var bottom = room.y() + room.length() - 6;
        for (var y = top; y <= bottom; y += 1.8) {
            if (Math.abs(y - room.middle().y()) > 4) {
                pen.draw(new Line2D.Double(room.x() + 3, y, room.x() + room.width() - 3, y));
            }
        }
        pen.draw(new Line2D.Double(
                room.middle().x(), top, room.middle().x(), room.middle().y() - 4));
        pen.draw(new Line2D.Double(
                room.middle().x(), room.middle().y() + 4, room.middle().x(), bottom));
    }

    private void box(double x, double y, double width, double length, double round) {
        var shape = round > 0.3
                ? new RoundRectangle2D.Double(x, y, width, length, round * 2, round * 2)
                : new Rectangle2D.Double(x, y, width, length);
        pen.setColor(FILL);
        pen.fill(shape);
        pen.setColor(LINE);
        pen.draw(shape);
    }

    private void circle(double x, double y, double radius) {
        var shape = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        pen.setColor(FILL);
        pen.fill(shape);
        pen.setColor(LINE);
        pen.draw(shape);
    }
}
