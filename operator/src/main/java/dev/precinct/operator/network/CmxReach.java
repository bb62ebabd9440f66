package dev.precinct.operator.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a tenant's CMX may be: outside this cluster. Whoever writes a Tenant names any URL, and the runtime asks it; so a URL that leads
 * back into the platform, to a node or to a cloud's metadata would be asked on his behalf.
 *
 * @param closed networks of the cluster: its pods, Services and nodes
 * @param allowed hosts that are let in all the same
 */
public record CmxReach(List<Cidr> closed, List<AllowedHost> allowed) {
    /** What no appliance has, wherever the platform runs. */
    private static final List<Range> NEVER = List.of(
            range("a loopback address", "127.0.0.0/8", "::1/128"),
            range("no address of a host", "0.0.0.0/8", "::/128", "240.0.0.0/4"),
            range(
                    "a link-local address, as clouds have their metadata at",
                    "169.254.0.0/16",
                    "fe80::/10",
                    "fd00:ec2::/32"),
            range("a multicast address", "224.0.0.0/4", "ff00::/8"),
            // IPv4 in other clothes, which a system may undress and dial.
            range("an IPv4 address written as an IPv6 one", "::/96", "::ffff:0:0:0/96", "2002::/16"));

    /** How a network without IPv4 says an IPv4 address. */
    private static final Cidr TRANSLATED = Cidr.parse("64:ff9b::/96");

    private static final Pattern NAME_IN_THE_CLUSTER =
            Pattern.compile("[^.]*|localhost|.*\\.localhost|.*\\.svc|.*\\.cluster\\.local|kubernetes(\\..*)?");

    public CmxReach {
        closed = List.copyOf(closed);
        allowed = List.copyOf(allowed);
    }

    /** Whoever runs the platform vouches for it. */
    public boolean vouchesFor(String host, int port) {
        return allowed.stream().anyMatch(entry -> entry.covers(host, port));
    }

    /** What speaks against the name itself, in words that follow the name. */
    public Optional<String> objectionToName(String host) {
        String plain = HostNames.plain(host);
        return !plain.contains(":") && NAME_IN_THE_CLUSTER.matcher(plain).matches()
                ? Optional.of("is a name inside this cluster")
                : Optional.empty();
    }

    /** What speaks against an address, in words that follow it. */
    public Optional<String> objectionToAddress(String address) {
        try {
            return objectionToBlock(Cidr.ofAddress(address));
        } catch (IllegalArgumentException e) {
            return Optional.of("is not an address");
        }
    }

    /** What speaks against any address of a block, in words that follow it. */
    public Optional<String> objectionToBlock(Cidr block) {
        if (block.bits() >= TRANSLATED.bits() && TRANSLATED.overlaps(block)) {
            return objectionToBlock(untranslated(block));
        }
        boolean single = block.bits() == block.network().getAddress().length * Byte.SIZE;
        return Stream.concat(NEVER.stream(), Stream.of(new Range("an address of this cluster", closed)))
                .filter(range -> range.blocks().stream().anyMatch(block::overlaps))
                .findFirst()
                .map(range -> (single ? "is " : "holds ") + range.words());
    }

    private static Cidr untranslated(Cidr block) {
        byte[] address = block.network().getAddress();
        byte[] last = Arrays.copyOfRange(address, TRANSLATED.bits() / Byte.SIZE, address.length);
        try {
            return new Cidr(InetAddress.getByAddress(last), block.bits() - TRANSLATED.bits());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static Range range(String words, String... blocks) {
        return new Range(words, Stream.of(blocks).map(Cidr::parse).toList());
    }

    private record Range(String words, List<Cidr> blocks) {}
}
