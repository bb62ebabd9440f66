package dev.precinct.simulator.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of pushes. Names are written in lower case in pushes; subscriptions write them in any case. */
public enum NotificationType {
    LOCATIONUPDATE,
    MOVEMENT,
    INOUT,
    ASSOCIATION,
    ABSENCE,
    /** Can be subscribed to; its push was never seen, so none is sent. */
    AREACHANGE;

    static Optional<NotificationType> find(String text) {
        return Stream.of(values())
                .filter(type -> type.name().equalsIgnoreCase(text))
                .findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
