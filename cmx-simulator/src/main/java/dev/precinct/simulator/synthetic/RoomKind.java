package dev.precinct.simulator.synthetic;

/** What a room is for: decides how it is drawn and how long people stay. */
public enum RoomKind {
    READING(45),
    STACKS(8),
    STUDY(60),
    LAB(70),
    LECTURE(75),
    CAFE(25),
    OFFICE(80),
    LOUNGE(30),
    EXHIBITION(10),
    HALL(4),
    SERVICE(6),
    STAIRS(1),
    OPEN(15);

    /** How long a typical stay is. */
    final int minutes;

    RoomKind(int minutes) {
        this.minutes = minutes;
    }
}
