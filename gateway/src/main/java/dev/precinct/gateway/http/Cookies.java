package dev.precinct.gateway.http;

import dev.precinct.gateway.session.SessionToken;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cookie that stands for a session: out of reach for scripts and for other sites. */
final class Cookies {
    private static final String NAME = "precinct_session";

    private final String attributes;

    /** @param secure whether browsers reach the gateway by https */
    Cookies(boolean secure) {
        this.attributes = "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    static Optional<String> sessionIn(ServerRequestHeaders headers) {
        for (String header : headers.all(HeaderNames.COOKIE, List::of)) {
            for (String pair : header.split(";")) {
                String text = pair.strip();
                if (text.startsWith(NAME + "=")) {
                    return Optional.of(text.substring(NAME.length() + 1));
                }
            }
        }
        return Optional.empty();
    }

    String set(SessionToken token, Duration lifetime) {
        return NAME + "=" + token.text() + "; Max-Age=" + lifetime.toSeconds() + attributes;
    }

    String cleared() {
        return NAME + "=; Max-Age=0" + attributes;
    }
}
