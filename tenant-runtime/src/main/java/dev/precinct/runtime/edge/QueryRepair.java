package dev.precinct.runtime.edge;

import io.helidon.common.uri.UriQuery;
import io.helidon.http.HttpPrologue;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Real CMX programs send {@code >} and other characters raw in a query. The gateway hands them on; JAX-RS makes a {@code java.net.URI}
 * of the query and would fail, so they are escaped before it sees them.
 */
@ApplicationScoped
public class QueryRepair {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

    void install(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object event,
            BeanManager beans) {
        beans.getExtension(ServerCdiExtension.class).serverRoutingBuilder().addFilter(QueryRepair::repair);
    }

    private static void repair(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        HttpPrologue prologue = request.prologue();
        String raw = prologue.query().rawValue();
        String escaped = escaped(raw);
        if (!escaped.equals(raw)) {
            request.prologue(HttpPrologue.create(
                    prologue.rawProtocol(),
                    prologue.protocol(),
                    prologue.protocolVersion(),
                    prologue.method(),
                    prologue.uriPath(),
                    UriQuery.create(escaped),
                    prologue.fragment()));
        }
        chain.proceed();
    }

    /** What {@code java.net.URI} takes as a query and means the same. A percent sign that starts no escape is escaped itself. */
    static String escaped(String raw) {
        var text = new StringBuilder(raw.length());
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char each = (char) (bytes[i] & 0xFF);
            boolean brokenEscape = each == '%' && !(i + 2 < bytes.length && hex(bytes[i + 1]) && hex(bytes[i + 2]));
            if (brokenEscape || !(isAlphanumeric(each) || ALLOWED.indexOf(each) >= 0)) {
                text.append('%').append(HEX.toHexDigits(bytes[i]));
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }

    private static boolean isAlphanumeric(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    }

    private static boolean hex(byte each) {
        return Character.digit(each, 16) >= 0;
    }
}
