package dev.precinct.runtime.edge;

import dev.precinct.tenancy.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that no other mapper knows: paths that do not exist, and our own bugs, which are logged and not told. */
@Provider
@ApplicationScoped
public class UnexpectedFailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailureMapper.class);

    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        String path = uri == null ? "" : uri.getPath(false);
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            Response.StatusType status = web.getResponse().getStatusInfo();
            String name = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
            return Failures.of(path, Problem.of(status.getStatusCode(), name, status.getReasonPhrase(), null));
        }
        LOG.error("a request failed unexpectedly", failure);
        return Failures.of(path, Problem.of(500, "internal", "Something went wrong here", null));
    }
}
