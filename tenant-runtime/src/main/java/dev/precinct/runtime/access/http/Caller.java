package dev.precinct.runtime.access.http;

import dev.precinct.runtime.access.Rights;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.tenancy.permission.Disclosure;
import jakarta.ws.rs.container.ContainerRequestContext;

/** The user of a request, what he may do, and the places that he sees now. */
public record Caller(Rights rights, Scope scope) {
    private static final String PROPERTY = Caller.class.getName();

    /** The caller of a request that passed {@link AssertionFilter}. */
    public static Caller of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a request came past the assertion filter");
    }

    void attachTo(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    public String user() {
        return rights.user();
    }

    public Disclosure disclosure() {
        return rights.disclosure();
    }
}
