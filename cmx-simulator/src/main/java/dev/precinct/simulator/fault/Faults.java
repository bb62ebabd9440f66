package dev.precinct.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are switched on: at most one for each path prefix, the longest prefix wins. */
public final class Faults {
    private final List<Fault> active = new ArrayList<>();

    /** Switches a fault on in place of the one with the same prefix; the kind none ends it. */
    public synchronized void put(Fault fault) {
        active.removeIf(each -> each.path().equals(fault.path()));
        if (fault.kind() != FaultKind.NONE) {
            active.add(fault);
        }
    }

    public synchronized void clear() {
        active.clear();
    }

    public synchronized List<Fault> active() {
        return List.copyOf(active);
    }

    /** The fault that hits a request to this path, counted as used. */
    public synchronized Optional<Fault> hit(String path) {
        var hit = active.stream()
                .filter(fault -> path.startsWith(fault.path()))
                .reduce((one, other) -> one.path().length() >= other.path().length() ? one : other);
        hit.filter(fault -> fault.times() > 0).ifPresent(this::useUp);
        return hit;
    }

    private void useUp(Fault fault) {
        active.remove(fault);
        if (fault.times() > 1) {
            active.add(new Fault(fault.kind(), fault.path(), fault.delayMillis(), fault.times() - 1));
        }
    }
}
