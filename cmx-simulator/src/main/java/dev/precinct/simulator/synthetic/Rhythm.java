package dev.precinct.simulator.synthetic;

import java.time.DayOfWeek;

/** How full the campus is over a day that begins at four in the morning, as a share of its weekday peak. */
public enum Rhythm {
    /** Opening hours, a lunch peak, quiet evenings, little at weekends, nearly nobody at night. */
    CAMPUS {
        @Override
        double[] dayOf(DayOfWeek day) {
            return switch (day) {
                case SATURDAY -> SATURDAY;
                case SUNDAY -> SUNDAY;
                case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> WEEKDAY;
            };
        }
    },
    /** Always full: for benchmarks and for tests that may run at night. */
    STEADY {
        @Override
        double[] dayOf(DayOfWeek day) {
            return ALWAYS;
        }
    };

    static final double HOURS = 24;

    private static final double[] WEEKDAY = {
        0, 0.01, 3, 0.03, 4, 0.25, 5, 0.55, 6.5, 0.75, 7.75, 0.88, 8.25, 1, 9, 1, 9.75, 0.84, 11, 0.8, 13, 0.55, 14.5,
        0.34, 17, 0.12, 19, 0.03, 24, 0.01
    };
    private static final double[] SATURDAY = {
        0, 0.01, 5, 0.04, 6, 0.18, 8.25, 0.36, 9, 0.38, 11, 0.3, 13, 0.2, 15, 0.08, 18, 0.03, 24, 0.01
    };
    private static final double[] SUNDAY = {
        0, 0.01, 6, 0.03, 7, 0.1, 8.5, 0.22, 11, 0.24, 14, 0.14, 16, 0.05, 19, 0.02, 24, 0.01
    };
    private static final double[] ALWAYS = {0, 1, 24, 1};

    /** Pairs of hour and share, the hours rising from 0 to 24. */
    abstract double[] dayOf(DayOfWeek day);
}
