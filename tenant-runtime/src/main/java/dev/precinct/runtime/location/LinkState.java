package dev.precinct.runtime.location;

/** Whether a device is connected to the network or only heard. */
public enum LinkState {
    ASSOCIATED,
    PROBING,
    /** CMX does not say; counted with the probing ones. */
    UNKNOWN
}
