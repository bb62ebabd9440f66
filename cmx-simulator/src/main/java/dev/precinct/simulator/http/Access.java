package dev.precinct.simulator.http;

/** Who may call a route. */
enum Access {
    /** Anybody. */
    OPEN,
    /** The appliance's user. */
    APPLIANCE,
    /** The user of the API server, which answers v3: another store of users. */
    API_SERVER,
    /** Anybody on this machine: the simulator's own controls, which no appliance has. */
    LOOPBACK
}
