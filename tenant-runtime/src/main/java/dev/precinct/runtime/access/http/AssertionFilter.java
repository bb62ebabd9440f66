package dev.precinct.runtime.access.http;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.Rights;
import dev.precinct.runtime.access.segment.Segments;
import dev.precinct.runtime.edge.Failures;
import dev.precinct.tenancy.assertion.Assertion;
import dev.precinct.tenancy.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Lets nothing in without the gateway's word, known path or not. A user who was removed since is out at once, and what he may see is
 * looked up now, not when the assertion was made. CMX's own pushes prove themselves by the secret in their path and never come here.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AssertionFilter implements ContainerRequestFilter {
    private final AssertionGate gate;
    private final AccessControl access;
    private final Segments segments;

    @Inject
    public AssertionFilter(AssertionGate gate, AccessControl access, Segments segments) {
        this.gate = gate;
        this.access = access;
        this.segments = segments;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath(false);
        Optional<Caller> caller =
                gate.accept(request.getHeaderString(Assertion.HEADER)).flatMap(this::caller);
        caller.ifPresentOrElse(
                known -> known.attachTo(request),
                () -> request.abortWith(Failures.of(
                        path,
                        Problem.of(
                                401,
                                "unauthenticated",
                                "Not authenticated",
                                "The runtime answers requests of the tenant's gateway only."))));
    }

    private Optional<Caller> caller(Assertion assertion) {
        Optional<Rights> rights = access.atLeast(assertion.revision()).rightsOf(assertion.user());
        return rights.map(known -> new Caller(known, segments.scopeOf(known.segments())));
    }
}
