package dev.precinct.gateway.proxy;

import dev.precinct.gateway.exchange.Exchange;
import dev.precinct.gateway.upstream.HeaderField;
import dev.precinct.gateway.upstream.ResponseHead;
import dev.precinct.tenancy.assertion.Assertion;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which headers pass the gateway, in each direction. */
final class ForwardedHeaders {
    /** Meant for one connection only (RFC 9110, 7.6.1), or about framing, which each side does for itself. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "expect");

    /** What a client says about itself and the gateway knows better, and credentials, which end here. */
    private static final Set<String> GATEWAYS_OWN = Set.of(
            "host",
            "authorization",
            "cookie",
            "x-request-id",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-proto",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix");

    private static final String RESERVED = "x-precinct-";

    private ForwardedHeaders() {}

    /** @param assertion null where the runtime checks a secret of its own */
    static List<HeaderField> toRuntime(Exchange exchange, String publicScheme, @Nullable String assertion) {
        var named = namedIn(
                exchange.request().headers().first(HeaderNames.CONNECTION).orElse(null));
        var fields = new ArrayList<HeaderField>();
        for (Header header : exchange.request().headers()) {
            String name = header.headerName().lowerCase();
            if (!HOP_BY_HOP.contains(name)
                    && !GATEWAYS_OWN.contains(name)
                    && !name.startsWith(RESERVED)
                    && !named.contains(name)) {
                for (String value : header.allValues()) {
                    fields.add(new HeaderField(header.name(), value));
                }
            }
        }
        fields.add(new HeaderField("X-Request-Id", exchange.id()));
        fields.add(new HeaderField("X-Forwarded-For", exchange.clientAddress()));
        fields.add(new HeaderField("X-Forwarded-Proto", publicScheme));
        fields.add(new HeaderField(
                "X-Forwarded-Host", exchange.header(HeaderNames.HOST).orElse("")));
        if (assertion != null) {
            fields.add(new HeaderField(Assertion.HEADER, assertion));
        }
        return fields;
    }

    static List<HeaderField> toClient(ResponseHead head) {
        var named = namedIn(head.find("Connection").orElse(null));
        var fields = new ArrayList<HeaderField>(head.headers().size());
        for (var field : head.headers()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            // Cookies are the gateway's: a runtime has no business with the browser's store.
            boolean own = name.equals("set-cookie") || name.equals("x-request-id") || name.startsWith(RESERVED);
            if (!own && !HOP_BY_HOP.contains(name) && !named.contains(name)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static Set<String> namedIn(@Nullable String connection) {
        if (connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")) {
            return Set.of();
        }
        var names = new HashSet<String>();
        for (var name : connection.split(",")) {
            names.add(name.strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
