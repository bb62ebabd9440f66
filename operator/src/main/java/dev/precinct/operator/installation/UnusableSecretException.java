package dev.precinct.operator.installation;

/** A Secret of the installation lacks what it needs; whoever installs has to act. */
public final class UnusableSecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSecretException(String message) {
        super(message);
    }
}
