package dev.precinct.tenancy;

/** What the gateway's Redis user may do, as ACL rules: its own keys, and each tenant's principals to read. */
public final class GatewayRights {
    private static final String COMMANDS =
            " -@all +@connection +@read +@write +@transaction +@blocking -@dangerous -keys -scan -randomkey";

    private GatewayRights() {}

    /**
     * @param redis7 Redis is 7.0 or newer, which tells reading a key from writing it; before, the commands alone keep the gateway from
     *     writing principals
     */
    public static String rules(boolean redis7) {
        String principals =
                redis7 ? "%R~t:*:principals %R~t:*:principals:changes" : "~t:*:principals ~t:*:principals:changes";
        return "resetchannels ~gateway:* &gateway:* " + principals + COMMANDS;
    }
}
