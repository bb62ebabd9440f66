package dev.precinct.local.home;

/** Refuses to start on ports that somebody else has, and says who and what to do instead. */
public final class PortCheck {
    private PortCheck() {}

    /** @throws UserMustActException when the gateway's or the simulator's port is in use */
    public static void requireFree(Ports ports) {
        for (int port : new int[] {ports.gateway(), ports.simulator()}) {
            if (!Ports.isFree(port)) {
                throw new UserMustActException("port " + port + " is in use by "
                        + PortOwner.find(port).orElse("another process") + "; ports " + suggestion(ports.gateway())
                        + " and " + (suggestion(ports.gateway()) + 1) + " are free: PRECINCT_PORT="
                        + suggestion(ports.gateway()) + " ./precinct up");
            }
        }
    }

    private static int suggestion(int taken) {
        for (int port = taken + 10; port < 65_000; port += 10) {
            if (Ports.isFree(port) && Ports.isFree(port + 1)) {
                return port;
            }
        }
        return Ports.free();
    }
}
