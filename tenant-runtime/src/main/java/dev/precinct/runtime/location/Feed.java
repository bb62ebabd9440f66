package dev.precinct.runtime.location;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** State of what CMX tells us. */
public interface Feed {

    FeedState state();

    /** How old the live view is; zero while fresh, empty when nothing was ever heard. */
    Optional<Duration> dataAge();

    /** Now by the appliance's clock, which runs apart from ours in a replay; ours until it was heard. */
    Instant applianceNow();

    /** Calls the listener when the kind of state changes. Close ends it. */
    LiveView.Subscription onChange(Consumer<FeedState> listener);
}
