package dev.precinct.runtime.access.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.tenancy.permission.Disclosure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Applies a disclosure to fields by their names in CMX v1; the twins of v3 go by the same rule. Filters must compare with what this
 * shows, never with what it covers: then a hidden or pseudonymised value matches nothing.
 */
public final class FieldMask {
    public static final String MAC = "macAddress";
    public static final String ADDRESS = "ipAddress";
    public static final String USER = "userName";
    public static final String SSID = "ssId";
    public static final String MANUFACTURER = "manufacturer";

    private static final Map<String, String> TWINS = Map.of(
            "deviceId", MAC,
            "username", USER,
            "ssid", SSID,
            "lastSeen", "lastLocatedTime",
            "timestamp", "changedOn",
            "notificationTime", "changedOn",
            "associated", "dot11Status",
            "locationCoordinate", "mapCoordinate",
            "locationMapHierarchy", "mapHierarchyString");
    private static final Set<String> MACS = Set.of(MAC, "apMacAddress");

    /** An IPv6 address whose second half is made of a MAC (EUI-64), written in full as CMX does, or short. */
    private static final Pattern MADE_OF_MAC =
            Pattern.compile(".*:[0-9a-f]{1,4}:[0-9a-f]{0,2}ff:fe[0-9a-f]{2}:[0-9a-f]{1,4}");

    private final Disclosure disclosure;
    private final Pseudonyms pseudonyms;

    public FieldMask(Disclosure disclosure, Pseudonyms pseudonyms) {
        this.disclosure = disclosure;
        this.pseudonyms = pseudonyms;
    }

    /** True when the field shows as it is. */
    public boolean clear(String field) {
        String canonical = TWINS.getOrDefault(field, field);
        return !hidden(canonical) && !disclosure.pseudonymise().contains(canonical);
    }

    private boolean hidden(String canonical) {
        return disclosure.hide().contains(canonical);
    }

    /** What shows of a text; empty when hidden. */
    public String text(String field, @Nullable String value) {
        String canonical = TWINS.getOrDefault(field, field);
        if (value == null || value.isEmpty() || hidden(canonical)) {
            return "";
        }
        if (!disclosure.pseudonymise().contains(canonical)) {
            return value;
        }
        return MACS.contains(canonical) ? pseudonyms.mac(value) : pseudonyms.text(canonical, value);
    }

    /** What shows of a device's addresses: none that gives a covered MAC away. */
    public List<String> addresses(List<String> addresses) {
        var shown = new ArrayList<String>();
        for (String address : addresses) {
            if (clear(MAC) || !MADE_OF_MAC.matcher(address).matches()) {
                String text = text(ADDRESS, address);
                if (!text.isEmpty()) {
                    shown.add(text);
                }
            }
        }
        return shown;
    }

    /** Covers the fields of a record, at any depth, in place. */
    public void apply(ObjectNode node) {
        for (var entry : new ArrayList<>(node.properties())) {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (name.equals(ADDRESS) && value.isArray()) {
                node.set(name, texts(addresses(textsOf(value))));
            } else if (!clear(name)) {
                node.set(name, covered(name, value));
            } else if (value instanceof ObjectNode inner) {
                apply(inner);
            }
        }
    }

    /** A hidden text is empty and a hidden list has no elements, as CMX writes them; a number or flag has no honest empty value. */
    private JsonNode covered(String name, JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> JsonNodeFactory.instance.textNode(text(name, value.textValue()));
            case ARRAY -> JsonNodeFactory.instance.arrayNode();
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private static List<String> textsOf(JsonNode array) {
        var result = new ArrayList<String>();
        array.forEach(each -> result.add(each.asText()));
        return result;
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
