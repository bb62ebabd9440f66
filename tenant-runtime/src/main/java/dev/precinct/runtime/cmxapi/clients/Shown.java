package dev.precinct.runtime.cmxapi.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.disclosure.FieldMask;
import dev.precinct.runtime.cmx.CmxJson;
import dev.precinct.runtime.location.LiveDevice;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A device as the users of one scope and one disclosure see it. Filters and orders look at this and never at what is covered. Rendered
 * once for each of the two shapes, when first asked for.
 */
final class Shown {
    private static final ObjectMapper MAPPER = CmxJson.mapper();
    private static final String SERVER_TIME = "\"currentServerTime\":\"";

    private final LiveDevice device;
    private final ClientJson json;
    private final FieldMask mask;
    private final String hierarchy;
    private final String order;
    private volatile @Nullable Rendered client;
    private volatile @Nullable Rendered update;

    /** @param order what lists are ordered by: a covered MAC must not show in the order either */
    Shown(LiveDevice device, ClientJson json, FieldMask mask, String order) {
        this.device = device;
        this.json = json;
        this.mask = mask;
        this.order = order;
        this.hierarchy = mask.text("mapHierarchyString", json.hierarchy(device));
    }

    /**
     * A record as bytes of UTF-8. {@code currentServerTime} is that of the answer, so its 28 characters are written over for each.
     *
     * @param serverTimeAt where they start; negative when the disclosure hides them
     */
    @SuppressWarnings("ArrayRecordComponent") // shared and never written to
    record Rendered(byte[] bytes, int serverTimeAt, ZoneOffset offset) {}

    LiveDevice device() {
        return device;
    }

    String mac() {
        return mask.text(FieldMask.MAC, device.mac());
    }

    String order() {
        return order;
    }

    List<String> addresses() {
        return mask.addresses(device.client().account().ipAddresses());
    }

    String user() {
        return mask.text(FieldMask.USER, device.client().account().userName());
    }

    String ssid() {
        return mask.text(FieldMask.SSID, device.client().radio().ssid());
    }

    String manufacturer() {
        return mask.text(FieldMask.MANUFACTURER, device.client().radio().manufacturer());
    }

    String status() {
        return mask.text("dot11Status", device.link().name());
    }

    String hierarchy() {
        return hierarchy;
    }

    /** As v1 and v2 show it. */
    Rendered client() {
        Rendered known = client;
        if (known == null) {
            known = render(json::client);
            client = known;
        }
        return known;
    }

    /** As v3 shows it. */
    Rendered update() {
        Rendered known = update;
        if (known == null) {
            known = render(json::update);
            update = known;
        }
        return known;
    }

    private Rendered render(Function<LiveDevice, ObjectNode> shape) {
        byte[] bytes;
        try {
            bytes = MAPPER.writeValueAsBytes(shape.apply(device));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes is always JSON", e);
        }
        int at = indexOf(bytes, SERVER_TIME);
        return new Rendered(bytes, at, device.client().times().serverTime().getOffset());
    }

    /** The mark can't come from a value: quotes are escaped there. */
    private static int indexOf(byte[] bytes, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + wanted.length + CmxTime.LENGTH <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                int start = i + wanted.length;
                return bytes[start + CmxTime.LENGTH] == '"' ? start : -1;
            }
        }
        return -1;
    }
}
