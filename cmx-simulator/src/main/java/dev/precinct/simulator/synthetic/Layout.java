package dev.precinct.simulator.synthetic;

import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walkable side of a floor: rooms along one corridor at {@code corridorY}.
 *
 * @param stairs the room that leads to the other floors of the building
 * @param entrance the room that leads outside, on one floor of a building only
 */
public record Layout(
        long floorId,
        String building,
        int level,
        double corridorFrom,
        double corridorTo,
        List<Room> rooms,
        Room stairs,
        @Nullable Room entrance) {

    /** A floor of which no rooms are known: people cross it freely. */
    static Layout open(Floor floor, int level) {
        var size = floor.dimension();
        var middle = size.length() / 2;
        var room =
                new Room("", RoomKind.OPEN, 0, 0, size.width(), size.length(), new Point(size.width() / 2, middle), 1);
        return new Layout(floor.id(), floor.building().name(), level, middle, middle, List.of(room), room, room);
    }

    public double corridorY() {
        return (corridorFrom + corridorTo) / 2;
    }
}
