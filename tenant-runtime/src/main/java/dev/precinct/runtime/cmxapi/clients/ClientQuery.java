package dev.precinct.runtime.cmxapi.clients;

import dev.precinct.runtime.edge.RawQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a caller asks of a list. Everything is compared with what the caller sees; text is compared as text, never as a pattern.
 *
 * @param filters all must hold
 * @param aboutDevices a filter names a device, an address or a person, so that a count of it would tell of a single one
 */
public record ClientQuery(List<Predicate<Shown>> filters, Comparator<Shown> order, Page page, boolean aboutDevices) {
    private static final Set<String> VERSION_3 = Set.of(
            "ipAddress",
            "macAddress",
            "ssid",
            "username",
            "manufacturer",
            "mapHierarchy",
            "floorRefId",
            "floorId",
            "macAddressSearch",
            "associatedOnly",
            "probingOnly");
    private static final Set<String> ABOUT_DEVICES =
            Set.of("ipAddress", "macAddress", "username", "macAddressSearch", "manufacturer");
    private static final Comparator<Shown> BY_MAC = Comparator.comparing(Shown::order);

    public ClientQuery {
        filters = List.copyOf(filters);
    }

    /** v1 and v2: what is not known is tolerated, as CMX does. */
    public static ClientQuery lenient(RawQuery query) {
        var filters = new ArrayList<Predicate<Shown>>();
        query.value("macAddress").map(ClientQuery::mac).ifPresent(filters::add);
        query.value("ipAddress").map(ClientQuery::address).ifPresent(filters::add);
        query.value("username")
                .map(user -> (Predicate<Shown>) shown -> equal(shown.user(), user))
                .ifPresent(filters::add);
        query.value("ssid")
                .map(ssid -> (Predicate<Shown>) shown -> equal(shown.ssid(), ssid))
                .ifPresent(filters::add);
        query.value("floorRefId").map(ClientQuery::floor).ifPresent(filters::add);
        query.value("dot11Status")
                .map(status -> (Predicate<Shown>) shown -> equal(shown.status(), status.toUpperCase(Locale.ROOT)))
                .ifPresent(filters::add);
        Stream.of("mapHierarchy", "mapHierarchyString")
                .map(query::value)
                .flatMap(Optional::stream)
                .map(ClientQuery::within)
                .forEach(filters::add);
        return new ClientQuery(filters, order(query), Page.of(query), aboutDevices(query));
    }

    /** v3: no pages, no order; an unknown parameter, or another one beside a MAC or an address, is refused. */
    public static ClientQuery strict(RawQuery query) {
        if (!VERSION_3.containsAll(query.names())) {
            throw new BadQueryException("Unkown query parameter is specified");
        }
        if (query.names().contains("macAddress") && query.names().size() > 1) {
            throw new BadQueryException("MAC filter can not be used together with other parameters");
        }
        if (query.names().contains("ipAddress") && query.names().size() > 1) {
            throw new BadQueryException("IP Address filter can not be used together with other parameters");
        }
        var filters = new ArrayList<Predicate<Shown>>();
        query.value("macAddress").map(ClientQuery::mac).ifPresent(filters::add);
        query.value("ipAddress").map(ClientQuery::address).ifPresent(filters::add);
        query.value("ssid")
                .map(ssid -> (Predicate<Shown>) shown -> equal(shown.ssid(), ssid))
                .ifPresent(filters::add);
        query.value("username")
                .map(user -> (Predicate<Shown>) shown -> equal(shown.user(), user))
                .ifPresent(filters::add);
        query.value("manufacturer")
                .map(name -> (Predicate<Shown>) shown -> equal(shown.manufacturer(), name))
                .ifPresent(filters::add);
        query.value("floorRefId").map(ClientQuery::floor).ifPresent(filters::add);
        query.value("floorId").map(ClientQuery::floor).ifPresent(filters::add);
        // CMX takes both as regular expressions; a part that is written exactly means the same without the danger.
        query.value("mapHierarchy")
                .map(part -> (Predicate<Shown>) shown -> shown.hierarchy().contains(part))
                .ifPresent(filters::add);
        query.value("macAddressSearch")
                .map(MacText::normal)
                .map(part -> (Predicate<Shown>)
                        shown -> !shown.mac().isEmpty() && shown.mac().contains(part))
                .ifPresent(filters::add);
        query.value("associatedOnly")
                .map(value -> associated(value.equals("true")))
                .ifPresent(filters::add);
        query.value("probingOnly")
                .map(value -> associated(!value.equals("true")))
                .ifPresent(filters::add);
        return new ClientQuery(filters, BY_MAC, new Page(1, Integer.MAX_VALUE), aboutDevices(query));
    }

    private static boolean aboutDevices(RawQuery query) {
        return query.names().stream().anyMatch(ABOUT_DEVICES::contains);
    }

    private static Predicate<Shown> mac(String written) {
        String mac = MacText.normal(written);
        return shown -> equal(shown.mac(), mac);
    }

    private static Predicate<Shown> address(String written) {
        String address = written.strip().toLowerCase(Locale.ROOT);
        return shown -> shown.addresses().stream()
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(address));
    }

    private static Predicate<Shown> floor(String id) {
        return shown -> shown.device().floorId().value().equals(id);
    }

    /** The place itself or one below it: {@code Level 1} is not within {@code Level 10}. */
    private static Predicate<Shown> within(String hierarchy) {
        String children = hierarchy + ">";
        return shown -> equal(shown.hierarchy(), hierarchy) || shown.hierarchy().startsWith(children);
    }

    private static Predicate<Shown> associated(boolean wanted) {
        return shown -> !shown.status().isEmpty() && shown.device().associated() == wanted;
    }

    /** A hidden value is empty, and the empty text matches nothing. */
    private static boolean equal(String shown, String wanted) {
        return !shown.isEmpty() && shown.equals(wanted);
    }

    /** {@code field:ASC} or {@code field:DESC}; a field that can't be sorted by leaves the order as it is. */
    private static Comparator<Shown> order(RawQuery query) {
        String[] parts = query.value("sortBy").orElse("").split(":", -1);
        Comparator<Shown> order = switch (parts[0]) {
            case "lastLocatedTime", "changedOn" ->
                Comparator.comparing((Shown shown) -> shown.device().seenAt());
            case "userName", "username" -> Comparator.comparing(Shown::user);
            case "ssId", "ssid" -> Comparator.comparing(Shown::ssid);
            case "manufacturer" -> Comparator.comparing(Shown::manufacturer);
            case "macAddress" -> BY_MAC;
            default -> null;
        };
        if (order == null) {
            return BY_MAC;
        }
        boolean descending = parts.length > 1 && parts[1].equalsIgnoreCase("DESC");
        return (descending ? order.reversed() : order).thenComparing(BY_MAC);
    }

    /** All that match, in order. */
    List<Shown> matching(List<Shown> devices) {
        if (filters.isEmpty() && order == BY_MAC) {
            return devices; // they come in this order
        }
        Stream<Shown> found = devices.stream().filter(this::matches);
        return (order == BY_MAC ? found : found.sorted(order)).toList();
    }

    private boolean matches(Shown shown) {
        for (Predicate<Shown> filter : filters) {
            if (!filter.test(shown)) {
                return false;
            }
        }
        return true;
    }
}
