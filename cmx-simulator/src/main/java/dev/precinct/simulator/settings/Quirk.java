package dev.precinct.simulator.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Behaviour seen on some appliances and not on others: each can be switched on. */
public enum Quirk {
    /** v3 lists leave the connection open for another 300 ms. */
    V3_SLOW_CLOSE,
    /** v3 takes {@code mapHierarchy} and {@code macAddressSearch} as regular expressions. */
    V3_REGEX,
    /** {@code floorId} is rounded as by JavaScript; {@code floorRefId} stays exact. */
    FLOOR_ID_ROUNDED,
    /** An empty v2 list is {@code 200 []} rather than 204. */
    V2_EMPTY_LIST,
    /** Bad credentials are sent to a login page (302) rather than 401. */
    LOGIN_REDIRECT,
    /** History has an empty hierarchy text. */
    HISTORY_WITHOUT_HIERARCHY,
    /** Clients carry image sizes of zero. */
    IMAGE_SIZE_ZERO;

    public static Optional<Quirk> find(String text) {
        return Stream.of(values())
                .filter(quirk -> quirk.toString().equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
