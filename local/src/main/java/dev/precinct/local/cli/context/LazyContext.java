package dev.precinct.local.cli.context;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the home folder only when a command needs it: help works without one. */
public final class LazyContext {
    private final Map<String, String> environment;
    private @Nullable Context context;

    public LazyContext(Map<String, String> environment) {
        this.environment = environment;
    }

    public Context open() {
        var opened = context;
        if (opened == null) {
            opened = Context.of(environment);
            context = opened;
        }
        return opened;
    }
}
