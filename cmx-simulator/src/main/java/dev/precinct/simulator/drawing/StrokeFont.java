package dev.precinct.simulator.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Map;

/**
 * Letters as strokes on a grid of 4 by 6, as a plotter draws them. Fonts of the machine are not used: the smallest
 * containers have none, and a plan would look different on each machine.
 */
final class StrokeFont {
    private static final double GRID_HEIGHT = 6;
    private static final double ADVANCE = 5.4;

    /** Strokes as corners (column digit, row digit from the top), separated by spaces. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('A', "062046 1434"),
            Map.entry('B', "0600304142330333444536060636 0333"),
            Map.entry('C', "4130100105163645"),
            Map.entry('D', "0006264542200000"),
            Map.entry('E', "40000646 0333"),
            Map.entry('F', "400006 0333"),
            Map.entry('G', "41301001051636454323"),
            Map.entry('H', "0006 4046 0343"),
            Map.entry('I', "2026 1030 1636"),
            Map.entry('J', "404536160504"),
            Map.entry('K', "0006 4003 1246"),
            Map.entry('L', "000646"),
            Map.entry('M', "0600234046"),
            Map.entry('N', "06004640"),
            Map.entry('O', "100105163645413010"),
            Map.entry('P', "06003041423303"),
            Map.entry('Q', "100105163645413010 2446"),
            Map.entry('R', "06003041423303 2346"),
            Map.entry('S', "413010010213334445361605"),
            Map.entry('T', "0040 2026"),
            Map.entry('U', "000516364540"),
            Map.entry('V', "002640"),
            Map.entry('W', "0016233640"),
            Map.entry('X', "0046 4006"),
            Map.entry('Y', "002340 2326"),
            Map.entry('Z', "00400646"),
            Map.entry('0', "100105163645413010 4105"),
            Map.entry('1', "112026 1636"),
            Map.entry('2', "01103041420646"),
            Map.entry('3', "01103041423313 334445361605"),
            Map.entry('4', "36300444"),
            Map.entry('5', "400002324345361605"),
            Map.entry('6', "30100105163645443303"),
            Map.entry('7', "004016"),
            Map.entry('8', "103041423313020110 130405163645443313"),
            Map.entry('9', "43130201103041453616"),
            Map.entry('-', "1333"),
            Map.entry('.', "2526"),
            Map.entry('/', "0640"),
            Map.entry('!', "2024 2526"),
            Map.entry('&', "46120110213204051636454344"));

    private StrokeFont() {}

    /** The width of a text that is {@code height} high, in the same unit. */
    static double width(String text, double height) {
        return text.isEmpty() ? 0 : (text.length() * ADVANCE - (ADVANCE - 4)) * height / GRID_HEIGHT;
    }

    /** Draws with the pen's colour, centred on a point; small letters look like capitals. */
    static void drawCentred(Graphics2D pen, String text, double x, double y, double height) {
        var scale = height / GRID_HEIGHT;
        var left = x - width(text, height) / 2;
        var before = pen.getStroke();
        pen.setStroke(new BasicStroke((float) (height / 8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var index = 0; index < text.length(); index++) {
            var strokes = STROKES.getOrDefault(Character.toUpperCase(text.charAt(index)), "");
            pen.draw(letter(strokes, left + index * ADVANCE * scale, y - height / 2, scale));
        }
        pen.setStroke(before);
    }

    private static Path2D letter(String strokes, double x, double y, double scale) {
        var path = new Path2D.Double();
        for (var stroke : strokes.split(" ")) {
            for (var index = 0; index + 1 < stroke.length(); index += 2) {
                var column = x + (stroke.charAt(index) - '0') * scale;
                var row = y + (stroke.charAt(index + 1) - '0') * scale;
                if (index == 0) {
                    path.moveTo(column, row);
                } else {
                    path.lineTo(column, row);
                }
            }
        }
        return path;
    }
}
