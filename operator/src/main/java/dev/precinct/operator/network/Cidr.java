package dev.precinct.operator.network;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** A block of addresses, such as {@code 10.96.0.0/12}. */
public record Cidr(InetAddress network, int bits) {
    private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d+(\\.\\d+){3}");

    public Cidr {
        if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("no prefix of " + bits + " bits");
        }
    }

    /** @throws IllegalArgumentException for what is not an address, a slash and a number of bits */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no number of bits");
        }
        String address = text.substring(0, slash);
        // Java takes 10.0.0 for an address too.
        if (!address.contains(":") && !FOUR_NUMBERS.matcher(address).matches()) {
            throw new IllegalArgumentException("no whole address");
        }
        return new Cidr(InetAddress.ofLiteral(address), Integer.parseInt(text.substring(slash + 1)));
    }

    /** One address alone. */
    public static Cidr ofAddress(String text) {
        InetAddress address = InetAddress.ofLiteral(HostNames.plain(text));
        return new Cidr(address, address.getAddress().length * Byte.SIZE);
    }

    /** Whether any address is in both. */
    public boolean overlaps(Cidr other) {
        return samePrefix(other.network, Math.min(bits, other.bits));
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }

    private boolean samePrefix(InetAddress other, int length) {
        byte[] ours = network.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
