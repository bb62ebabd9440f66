package dev.precinct.runtime.edge;

import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.tenancy.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database or Redis did not do what was asked. */
@Provider
@ApplicationScoped
public class StorageFailureMapper implements ExceptionMapper<StorageException> {
    private static final Logger LOG = LoggerFactory.getLogger(StorageFailureMapper.class);

    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(StorageException failure) {
        LOG.warn("a request failed: {}", failure.getMessage(), failure);
        Problem problem = switch (failure) {
            case StorageException.Unavailable e ->
                Problem.of(503, "storage-unavailable", "The database does not answer now", null);
            case StorageException.Refused e -> Problem.of(500, "internal", "Something went wrong here", null);
        };
        return Failures.of(uri == null ? "" : uri.getPath(false), problem);
    }
}
