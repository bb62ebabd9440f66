package dev.precinct.runtime.cmxapi.http;

import dev.precinct.runtime.cmxapi.clients.BadQueryException;
import dev.precinct.runtime.edge.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** 400 in the shape of the version that was asked. */
@Provider
@ApplicationScoped
public class BadQueryMapper implements ExceptionMapper<BadQueryException> {
    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(BadQueryException refused) {
        String message = String.valueOf(refused.getMessage());
        boolean version3 = uri != null && uri.getPath(false).startsWith("api/location/v3/");
        return version3 ? Failures.refusedQuery(message) : Failures.cmx(400, message);
    }
}
