package dev.precinct.gateway.routing;

/** Who answers a route. */
public enum Target {
    /** The gateway itself. */
    GATEWAY,
    /** The tenant's runtime, with the gateway's assertion. */
    RUNTIME,
    /** The tenant's runtime, without assertion: the path itself carries the secret. */
    RUNTIME_UNASSERTED,
    /** The portal's files. */
    PORTAL,
    /** Nobody: the path is reserved and answers 404. */
    NONE,
}
