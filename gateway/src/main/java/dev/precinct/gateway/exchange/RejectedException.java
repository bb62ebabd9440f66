package dev.precinct.gateway.exchange;

/** Ends the handling of a request with a refusal. Without a stack trace: it is an answer, not a failure. */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public RejectedException(Rejection rejection) {
        super(rejection.name(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
