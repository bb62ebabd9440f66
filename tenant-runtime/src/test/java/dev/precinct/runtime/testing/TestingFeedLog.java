package dev.precinct.runtime.testing;

import dev.precinct.runtime.location.gap.FeedLog;
import dev.precinct.runtime.platform.storage.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The feed's log in memory; can be away as a database can. */
public final class TestingFeedLog implements FeedLog {
    private final List<Gap> over = new ArrayList<>();
    private Optional<Gap> open = Optional.empty();
    private Coverage coverage = new Coverage(Optional.empty(), Optional.empty(), Optional.empty());
    private boolean away;

    public void away(boolean now) {
        away = now;
    }

    private void answer() {
        if (away) {
            throw new StorageException.Unavailable("away", new IllegalStateException());
        }
    }

    @Override
    public Coverage coverage() {
        answer();
        return coverage;
    }

    @Override
    public void heard(Instant at) {
        answer();
        coverage = new Coverage(Optional.of(at), coverage.from(), coverage.backfill());
    }

    @Override
    public void coveredFrom(Instant from) {
        answer();
        coverage = new Coverage(coverage.lastHeard(), Optional.of(from), coverage.backfill());
    }

    @Override
    public void backfill(Backfill backfill) {
        answer();
        coverage = new Coverage(coverage.lastHeard(), coverage.from(), Optional.of(backfill));
    }

    @Override
    public void openGap(Instant from, GapReason reason) {
        answer();
        if (open.isEmpty()) {
            open = Optional.of(new Gap(from, Optional.empty(), reason));
        }
    }

    @Override
    public void closeGap(Instant to, boolean keep) {
        answer();
        open.filter(gap -> keep).ifPresent(gap -> over.add(new Gap(gap.from(), Optional.of(to), gap.reason())));
        open = Optional.empty();
    }

    @Override
    public void addGap(Gap gap) {
        answer();
        over.add(gap);
    }

    @Override
    public List<Gap> gaps(Instant from, Instant to) {
        answer();
        var all = new ArrayList<>(over);
        open.ifPresent(all::add);
        return all.stream()
                .filter(gap -> gap.from().isBefore(to)
                        && gap.to().map(end -> end.isAfter(from)).orElse(true))
                .toList();
    }
}
