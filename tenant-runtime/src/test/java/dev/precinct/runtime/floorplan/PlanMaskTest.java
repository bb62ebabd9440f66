package dev.precinct.runtime.floorplan;

import static dev.precinct.runtime.testing.TestingPlaces.NORTH_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.places.FloorImage;
import dev.precinct.runtime.testing.TestingPlaces;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PlanMaskTest {
    private static FloorImage red() throws IOException {
        var image = new BufferedImage(401, 160, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 401, 160);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return new FloorImage("image/png", out.toByteArray());
    }

    @Test
    void outsideTheZonesThePlanIsEmpty() throws IOException {
        var floor = TestingPlaces.two().floor(NORTH_1).orElseThrow();
        var hall = floor.zones().stream()
                .filter(zone -> zone.name().equals("Hall"))
                .toList();
        var masked = PlanMask.within(red(), floor.dimension(), hall).orElseThrow();
        var image = ImageIO.read(new ByteArrayInputStream(masked.bytes()));
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        // Two pixels for a foot: the hall reaches from 0 to 50 feet.
        assertThat(new Color(image.getRGB(40, 40))).isEqualTo(Color.RED);
        assertThat(new Color(image.getRGB(150, 40))).isEqualTo(Color.WHITE);
        assertThat(new Color(image.getRGB(40, 130))).isEqualTo(Color.WHITE);
    }

    @Test
    void aPictureThatCantBeReadIsNotShownAtAll() {
        var floor = TestingPlaces.two().floor(NORTH_1).orElseThrow();
        var broken = new FloorImage("image/png", new byte[] {1, 2, 3});
        assertThat(PlanMask.within(broken, floor.dimension(), floor.zones())).isEmpty();
    }
}
