package dev.precinct.local.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the home folder only when a command needs it: help works without one. */
final class LazyContext {
    private final Map<String, String> environment;
    private @Nullable Context context;

    LazyContext(Map<String, String> environment) {
        this.environment = environment;
    }

    Context open() {
        var opened = context;
        if (opened == null) {
            opened = Context.of(environment);
            context = opened;
        }
        return opened;
    }
}
