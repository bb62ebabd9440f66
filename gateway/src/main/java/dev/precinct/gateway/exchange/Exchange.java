package dev.precinct.gateway.exchange;

import dev.precinct.gateway.authentication.Identity;
import dev.precinct.gateway.routing.Route;
import dev.precinct.gateway.tenants.TenantSite;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request, its answer, and what was found out on the way. Belongs to one thread. */
public final class Exchange {
    public static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

    private final ServerRequest request;
    private final ServerResponse response;
    private final String id = RequestIds.next();
    private final long startedAtNanos = System.nanoTime();
    private final String rawPath;
    private final String rawQuery;

    private @Nullable TenantSite site;
    private @Nullable Route route;
    private @Nullable Identity identity;
    private @Nullable String claimedUser;
    private long upstreamNanos = -1;
    private long heldNanos;
    private long bodyBytes;
    private boolean cut;

    public Exchange(ServerRequest request, ServerResponse response) {
        this.request = request;
        this.response = response;
        this.rawPath = request.prologue().uriPath().rawPath();
        this.rawQuery = request.prologue().query().rawValue();
    }

    public ServerRequest request() {
        return request;
    }

    public ServerResponse response() {
        return response;
    }

    public String id() {
        return id;
    }

    public String method() {
        return request.prologue().method().text();
    }

    /** As the client sent it, without query. */
    public String rawPath() {
        return rawPath;
    }

    /** As the client sent it; empty without a query. */
    public String rawQuery() {
        return rawQuery;
    }

    public String rawTarget() {
        return rawQuery.isEmpty() ? rawPath : rawPath + "?" + rawQuery;
    }

    public Optional<String> header(HeaderName name) {
        return request.headers().first(name);
    }

    /** Address of the client, without port. */
    public String clientAddress() {
        return request.remotePeer().host();
    }

    /** Whether errors take CMX's form. */
    public boolean isCmx() {
        return rawPath.startsWith("/api/");
    }

    public void belongsTo(TenantSite tenant) {
        this.site = tenant;
    }

    public void goesBy(Route found) {
        this.route = found;
    }

    public void sentBy(Identity user) {
        this.identity = user;
    }

    /** A name that was given and not proved. */
    public void claimedBy(String user) {
        this.claimedUser = user;
    }

    public void upstreamTook(long nanos) {
        this.upstreamNanos = nanos;
    }

    /** It waited for its runtime to listen. */
    public void heldFor(long nanos) {
        this.heldNanos += nanos;
    }

    public void sentBody(long bytes) {
        this.bodyBytes += bytes;
    }

    /** The answer ended in the middle. */
    public void cutOff() {
        this.cut = true;
    }

    /** Known after the host was looked up. */
    public TenantSite tenant() {
        return Objects.requireNonNull(site, "asked before the host was looked up");
    }

    public Optional<TenantSite> findTenant() {
        return Optional.ofNullable(site);
    }

    /** Known after the path was looked up. */
    public Route route() {
        return Objects.requireNonNull(route, "asked before the path was looked up");
    }

    public Optional<Route> findRoute() {
        return Optional.ofNullable(route);
    }

    public Optional<Identity> findIdentity() {
        return Optional.ofNullable(identity);
    }

    public Optional<String> findUser() {
        return identity == null ? Optional.ofNullable(claimedUser) : Optional.of(identity.user());
    }

    public long startedAtNanos() {
        return startedAtNanos;
    }

    /** Time until the runtime's answer began; negative when none was asked. */
    public long upstreamNanos() {
        return upstreamNanos;
    }

    /** Time for which it waited for its runtime to listen; not part of what the runtime took. */
    public long heldNanos() {
        return heldNanos;
    }

    public long bodyBytes() {
        return bodyBytes;
    }

    public boolean isCut() {
        return cut;
    }
}
