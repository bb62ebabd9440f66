package dev.precinct.runtime.edge;

import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.location.Feed;
import dev.precinct.runtime.location.FeedState;
import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Never an empty list in the place of an answer that nobody knows, and never old data without their age. */
@Provider
@HoldsCmxData
@ApplicationScoped
public class FreshnessFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private final Feed feed;

    @Inject
    public FreshnessFilter(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (feed.state() instanceof FeedState.NeverHeard(CmxState reason)) {
            throw failure(reason);
        }
    }

    private static CmxException failure(CmxState reason) {
        return switch (reason) {
            case CREDENTIALS_REFUSED ->
                new CmxException.CredentialsRefused("CMX refuses the tenant's user name or password.");
            case BAD_ANSWER -> new CmxException.BadAnswer("CMX answers something else than JSON.");
            case UNREACHABLE -> new CmxException.Unreachable("CMX does not answer.");
            case NOT_TRIED, REACHABLE -> new CmxException.NotTried("CMX was not heard yet.");
        };
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (feed.state() instanceof FeedState.Stale && response.getStatus() < 300) {
            long age = feed.dataAge().map(Duration::toSeconds).orElse(0L);
            response.getHeaders().putSingle("Age", Long.toString(age));
            response.getHeaders().putSingle("Warning", "110 - \"Response is Stale\"");
        }
    }
}
