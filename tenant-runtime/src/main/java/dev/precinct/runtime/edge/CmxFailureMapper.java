package dev.precinct.runtime.edge;

import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.tenancy.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** CMX did not give what was needed: 502 when it answered badly, 503 when it did not answer. */
@Provider
@ApplicationScoped
public class CmxFailureMapper implements ExceptionMapper<CmxException> {
    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(CmxException failure) {
        Problem problem = switch (failure) {
            case CmxException.Unreachable e -> unavailable(e);
            case CmxException.NotTried e -> unavailable(e);
            case CmxException.BadAnswer e -> badAnswer(e);
            case CmxException.CredentialsRefused e -> badAnswer(e);
        };
        return Failures.of(uri == null ? "" : uri.getPath(false), problem);
    }

    private static Problem unavailable(CmxException failure) {
        return Problem.of(503, "cmx-unavailable", "CMX is not available", failure.getMessage());
    }

    private static Problem badAnswer(CmxException failure) {
        return Problem.of(502, "cmx-bad-answer", "CMX gave no usable answer", failure.getMessage());
    }
}
