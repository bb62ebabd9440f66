package dev.precinct.operator.cluster;

/** The cluster's definition of Tenant is missing or older than this operator; whoever installs the platform has to act. */
public final class OldDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OldDefinitionException(String message) {
        super(message);
    }
}
