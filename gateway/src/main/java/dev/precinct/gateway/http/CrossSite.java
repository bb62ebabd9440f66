package dev.precinct.gateway.http;

import dev.precinct.gateway.exchange.Exchange;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.Set;

/**
 * Tells requests that another site made a browser send. Only browsers set these headers, and no page can forge them; a program sets
 * neither and is not meant. It counts for Basic too, which browsers send along by themselves once they have it.
 */
final class CrossSite {
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final String publicScheme;

    CrossSite(String publicScheme) {
        this.publicScheme = publicScheme;
    }

    /** Whether it must be refused: unsafe, and from elsewhere. */
    boolean isForbidden(Exchange exchange) {
        if (SAFE_METHODS.contains(exchange.method())) {
            return false;
        }
        var site = exchange.header(FETCH_SITE);
        if (site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none")) {
            return true;
        }
        var origin = exchange.header(HeaderNames.ORIGIN);
        String own = publicScheme + "://" + exchange.header(HeaderNames.HOST).orElse("");
        return origin.isPresent() && !origin.get().equalsIgnoreCase(own);
    }
}
