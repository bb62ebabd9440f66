package dev.precinct.local.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines with the seconds since the start; a line that says the same as the last is not said again. */
final class Progress {
    private final PrintStream out;
    private final long startNanos = System.nanoTime();
    private String last = "";

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String what) {
        if (!what.equals(last)) {
            last = what;
            out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds(), what);
            out.flush();
        }
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0;
    }
}
