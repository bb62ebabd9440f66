package dev.precinct.local.installation;

import java.util.Locale;

/** How full the synthetic campus is: by the hour and the day of the week, or always alike. */
public enum Rhythm {
    CAMPUS,
    STEADY;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
