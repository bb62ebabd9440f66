package dev.precinct.crd.validation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** Address ranges as the API server's {@code isCIDR} takes them. */
final class AddressRange {
    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final Pattern FOUR_OCTETS = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

    private AddressRange() {}

    static boolean isValid(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0 || !BITS.matcher(text.substring(slash + 1)).matches()) {
            return false;
        }
        int bits = Integer.parseInt(text.substring(slash + 1));
        String address = text.substring(0, slash);
        if (!address.contains(":")) {
            return bits <= 32 && FOUR_OCTETS.matcher(address).matches() && isLiteral(address);
        }
        return bits <= 128 && !address.contains("%") && !address.contains("[") && isLiteral(address);
    }

    private static boolean isLiteral(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            // An IPv4 address in IPv6's clothes is refused: it would be compared with the wrong family.
            return !(parsed instanceof Inet4Address) || !address.contains(":");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
