package dev.precinct.gateway.portal;

import dev.precinct.gateway.exchange.Answers;
import dev.precinct.gateway.exchange.Exchange;
import dev.precinct.gateway.exchange.RejectedException;
import dev.precinct.gateway.exchange.Rejection;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Answers with the portal's files. */
public final class Portal {
    /**
     * Scripts only from here. Styles inline too: the component library writes them as the page runs. Blobs: the map draws on canvases and
     * runs workers from them.
     */
    private static final List<Header> SECURITY = List.of(
            HeaderValues.createCached(
                    "Content-Security-Policy",
                    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                            + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
                            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
            HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
            HeaderValues.createCached("Referrer-Policy", "same-origin"),
            HeaderValues.createCached("X-Frame-Options", "DENY"),
            HeaderValues.createCached("Cross-Origin-Opener-Policy", "same-origin"),
            HeaderValues.createCached("Permissions-Policy", "camera=(), microphone=(), geolocation=()"));

    private static final Header NEVER_CHANGES =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final Header ASK_EACH_TIME = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");

    private final PortalFolder folder;

    public Portal(Path folder) {
        this.folder = new PortalFolder(folder);
    }

    /** @param segments of the path, decoded */
    public void answer(Exchange exchange, List<String> segments) {
        String accepted = exchange.header(HeaderNames.ACCEPT_ENCODING).orElse("");
        var file = folder.find(segments, accepted).orElseThrow(() -> new RejectedException(Rejection.notFound()));
        try {
            send(exchange, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Exchange exchange, PortalFile file) throws IOException {
        var response = exchange.response();
        String tag = "\"%x-%x\""
                .formatted(
                        Files.size(file.file()),
                        Files.getLastModifiedTime(file.file()).toMillis());
        SECURITY.forEach(response::header);
        response.header(file.isImmutable() ? NEVER_CHANGES : ASK_EACH_TIME);
        response.header(VARY);
        response.header(HeaderNames.ETAG, tag);
        if (exchange.header(HeaderNames.IF_NONE_MATCH).filter(tag::equals).isPresent()) {
            response.status(Status.NOT_MODIFIED_304);
            response.send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, file.mediaType());
        if (file.encoding() != null) {
            response.header(HeaderNames.CONTENT_ENCODING, file.encoding());
        }
        Answers.send(exchange, Files.readAllBytes(file.file()));
    }
}
