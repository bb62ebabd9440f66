package dev.precinct.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.gateway.authentication.Authenticator;
import dev.precinct.gateway.authentication.BasicCredentials;
import dev.precinct.gateway.authentication.Identity;
import dev.precinct.gateway.exchange.Answers;
import dev.precinct.gateway.exchange.Exchange;
import dev.precinct.gateway.exchange.RejectedException;
import dev.precinct.gateway.exchange.Rejection;
import dev.precinct.gateway.observability.AccessLog;
import dev.precinct.gateway.proxy.LimitedBody;
import dev.precinct.gateway.session.SessionsUnavailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** {@code /v1/session}: log in, ask who one is, log out. */
final class SessionEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Authenticator authenticator;
    private final Cookies cookies;
    private final AccessLog log;

    /** Body of a login. */
    private record LoginForm(
            @Nullable String user, @Nullable String password) {
        @Override
        public String toString() {
            return "LoginForm[" + user + "]";
        }
    }

    /** @param expiresAt null for a request with a password, which has no session */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record SessionAnswer(
            String user,
            TenantAnswer tenant,
            SortedSet<String> actions,
            @Nullable String expiresAt) {}

    private record TenantAnswer(String name, String displayName) {}

    SessionEndpoint(Authenticator authenticator, Cookies cookies, AccessLog log) {
        this.authenticator = authenticator;
        this.cookies = cookies;
        this.log = log;
    }

    void answer(Exchange exchange) {
        try {
            switch (exchange.method()) {
                case "POST" -> logIn(exchange);
                case "DELETE" -> logOut(exchange);
                default -> exchange.findIdentity().ifPresent(identity -> tell(exchange, identity, identity.login()));
            }
        } catch (SessionsUnavailableException e) {
            throw new RejectedException(Rejection.notNow("sessions can't be kept now"));
        }
    }

    private void logIn(Exchange exchange) {
        var form = formOf(exchange);
        var credentials = new BasicCredentials(form.user(), form.password());
        var identity = Doorkeeper.require(
                exchange, authenticator.byPassword(exchange.tenant(), credentials, exchange.clientAddress()));
        exchange.sentBy(identity);
        // A cookie from before is never used on: whoever planted it would be logged in too.
        Cookies.sessionIn(exchange.request().headers()).ifPresent(authenticator::close);
        var login = authenticator.open(identity);
        exchange.response().header(HeaderNames.SET_COOKIE, cookies.set(login.token(), Authenticator.SESSION_LIFETIME));
        log.happened(exchange, "login");
        tell(exchange, identity, login);
    }

    private record Form(String user, String password) {
        @Override
        public String toString() {
            return "Form[" + user + "]";
        }
    }

    private static Form formOf(Exchange exchange) {
        String type = exchange.header(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            throw new RejectedException(
                    Rejection.of(415, "unsupported-media-type", "The body must be application/json", null));
        }
        try (var body = new LimitedBody(
                exchange.request().content().inputStream(), exchange.route().bodyLimitBytes())) {
            var form = JSON.readValue(body, LoginForm.class);
            if (form != null && form.user() != null && form.password() != null) {
                return new Form(form.user(), form.password());
            }
        } catch (IOException e) {
            throw badForm();
        }
        throw badForm();
    }

    private static RejectedException badForm() {
        return new RejectedException(Rejection.badRequest("the body is {\"user\": …, \"password\": …}"));
    }

    private void logOut(Exchange exchange) {
        Cookies.sessionIn(exchange.request().headers()).ifPresent(authenticator::close);
        exchange.response().header(HeaderNames.SET_COOKIE, cookies.cleared());
        exchange.response().status(Status.NO_CONTENT_204);
        exchange.response().send();
    }

    private static void tell(Exchange exchange, Identity identity, Identity.@Nullable Login login) {
        var site = identity.tenant();
        Answers.json(
                exchange,
                new SessionAnswer(
                        identity.user(),
                        new TenantAnswer(site.name(), site.displayName()),
                        identity.principal().actions(),
                        login == null
                                ? null
                                : Instant.ofEpochSecond(login.session().expiresAtEpochSecond())
                                        .toString()));
    }
}
