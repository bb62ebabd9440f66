package dev.precinct.runtime.cmxapi.clients;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.disclosure.FieldMask;
import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.location.HistoryRecord;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.LiveView;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.tenancy.permission.Disclosure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The devices as the users of one scope and one disclosure see them, kept between requests: as long as the live view did not change
 * a list costs nothing but its bytes, and after a change only the devices that changed are made again. Devices of other floors are
 * never looked at.
 */
public final class Viewer {
    private final Scope scope;
    private final Disclosure disclosure;
    private final Pseudonyms pseudonyms;
    private final LiveView live;
    private final FieldMask mask;
    private final ClientJson json;
    private volatile Snapshot snapshot = new Snapshot(Long.MIN_VALUE, List.of(), Map.of());

    /** @param byMac by the true MAC */
    private record Snapshot(long revision, List<Shown> ordered, Map<String, Shown> byMac) {}

    Viewer(Scope scope, Disclosure disclosure, Pseudonyms pseudonyms, LiveView live) {
        this.scope = scope;
        this.disclosure = disclosure;
        this.pseudonyms = pseudonyms;
        this.live = live;
        this.mask = new FieldMask(disclosure, pseudonyms);
        this.json = new ClientJson(scope, mask);
    }

    public Disclosure disclosure() {
        return disclosure;
    }

    Scope scope() {
        return scope;
    }

    /** In the order of what shows of their MACs. */
    List<Shown> devices() {
        long revision = live.revision();
        Snapshot known = snapshot;
        if (known.revision() == revision) {
            return known.ordered();
        }
        var byMac = new HashMap<String, Shown>();
        if (scope.everywhere()) {
            add(live.all(), known, byMac);
        } else {
            scope.floors().forEach(floor -> add(live.onFloor(floor), known, byMac));
        }
        var ordered = new ArrayList<>(byMac.values());
        ordered.sort(Comparator.comparing(Shown::order));
        // The view may have moved on while it was read: then the next request reads again.
        snapshot = new Snapshot(revision, ordered, byMac);
        return ordered;
    }

    private void add(Collection<LiveDevice> devices, Snapshot known, Map<String, Shown> byMac) {
        for (LiveDevice device : devices) {
            Shown before = known.byMac().get(device.mac());
            if (before != null && before.device() == device) {
                byMac.put(device.mac(), before);
            } else if (scope.sees(device.floorId(), device.x(), device.y())) {
                byMac.put(device.mac(), new Shown(device, json, mask, orderOf(device.mac())));
            }
        }
    }

    /** Lists must not be in the order of MACs that are covered: the order alone would tell the manufacturer. */
    private String orderOf(String mac) {
        return mask.clear(FieldMask.MAC) ? mac : pseudonyms.mac(mac);
    }

    /** The past positions that lie in the user's places, in CMX's shape. */
    public List<ObjectNode> history(List<HistoryRecord> records) {
        return records.stream().filter(this::sees).map(json::history).toList();
    }

    private boolean sees(HistoryRecord past) {
        FloorId floor = past.fix().floor();
        return scope.sees(floor, past.fix().x(), past.fix().y());
    }

    /**
     * What to ask CMX for when a caller writes a MAC.
     *
     * @param known false: whatever CMX answers is not for the caller
     */
    public record AskedDevice(String mac, boolean known) {}

    /**
     * The true MAC behind what a caller wrote. A covered MAC is known by its pseudonym only, and a hidden one not at all; then CMX is
     * asked for a MAC that nobody has, so that the answer takes as long as for one that exists.
     */
    public AskedDevice asked(String written) {
        String mac = MacText.normal(written);
        if (mask.clear(FieldMask.MAC)) {
            return new AskedDevice(mac, true);
        }
        return pseudonyms
                .originalOf(mac)
                .filter(original -> mask.text(FieldMask.MAC, original).equals(mac))
                .map(original -> new AskedDevice(original, true))
                .orElseGet(() -> new AskedDevice(pseudonyms.mac(mac), false));
    }
}
