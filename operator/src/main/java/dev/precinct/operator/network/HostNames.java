package dev.precinct.operator.network;

import java.util.Locale;
import java.util.regex.Pattern;

/** How host names are told from addresses and from each other. */
public final class HostNames {
    private static final String CLUSTER_DOMAIN = ".cluster.local";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]+]?");

    private HostNames() {}

    /**
     * In small letters, without the brackets of an IPv6 address, the dot that ends a full name, and the cluster's domain behind a
     * Service's.
     */
    public static String plain(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        while (plain.endsWith(".")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.endsWith(".svc" + CLUSTER_DOMAIN)
                ? plain.substring(0, plain.length() - CLUSTER_DOMAIN.length())
                : plain;
    }

    /** Whether nobody has to be asked for the address. */
    public static boolean isAddress(String host) {
        return ADDRESS.matcher(host).matches();
    }
}
