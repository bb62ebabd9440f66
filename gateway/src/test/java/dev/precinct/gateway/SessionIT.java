package dev.precinct.gateway;

import static dev.precinct.gateway.testing.RawHttp.basic;
import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static dev.precinct.gateway.testing.RunningGateway.ACME_ID;
import static dev.precinct.gateway.testing.RunningGateway.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.gateway.session.Session;
import dev.precinct.gateway.session.SessionToken;
import dev.precinct.gateway.testing.RawHttp;
import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.tenancy.principal.PrincipalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionIT {
    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        redis = RunningRedis.version7(folder.resolve("redis"));
        gateway = new RunningGateway(redis, folder);
        gateway.acmeUser("ana", "right", Set.of("clients:read", "users:write"));
        gateway.globexUser("ana", "right", Set.of("clients:read"));
        gateway.awaitLogin(ACME, "ana", "right");
        gateway.awaitLogin(GLOBEX, "ana", "right");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        redis.close();
    }

    private static String cookie(String session) {
        return "Cookie: other=1; precinct_session=" + session;
    }

    private static int status(String host, String session) throws IOException {
        return gateway.http().get(host, "/v1/session", cookie(session)).status();
    }

    @Test
    void aLoginTellsWhoOneIsAndSetsACookieOutOfReachForScripts() throws IOException {
        var answer = gateway.logIn(ACME, "ana", "right");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("\"user\":\"ana\"", "\"displayName\":\"Acme Malls\"", "\"clients:read\"", "\"expiresAt\":\"");
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Domain", "Secure");
        var again = gateway.http().get(ACME, "/v1/session", cookie(answer.session()));
        assertThat(again.text()).isEqualTo(answer.text());
    }

    @Test
    void onlyTheHashOfATokenIsKept() throws IOException {
        String session = gateway.logIn(ACME, "ana", "right").session();
        try (var admin = redis.admin()) {
            assertThat(admin.keys("*")).noneMatch(key -> key.contains(session));
            String key = "gateway:session:" + new SessionToken(session).hash();
            assertThat(admin.get(key)).contains("\"user\":\"ana\"").doesNotContain(session);
            assertThat(admin.ttl(key)).isBetween(1L, 43_200L);
        }
    }

    @Test
    void aLoginNeverGoesOnWithTheCookieItCameWith() throws IOException {
        String first = gateway.logIn(ACME, "ana", "right").session();
        String second = gateway.logIn(ACME, "ana", "right", cookie(first)).session();
        assertThat(second).isNotEqualTo(first);
        assertThat(status(ACME, first)).isEqualTo(401);
        assertThat(status(ACME, second)).isEqualTo(200);
    }

    @Test
    void aLogoutEndsTheSession() throws IOException {
        String session = gateway.logIn(ACME, "ana", "right").session();
        assertThat(status(ACME, session)).isEqualTo(200);
        var answer = gateway.http().send("DELETE", ACME, "/v1/session", "", cookie(session));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Set-Cookie").orElseThrow()).contains("precinct_session=;", "Max-Age=0");
        assertThat(status(ACME, session)).isEqualTo(401);
    }

    @Test
    void everyWayOfNotBeingLoggedInHasOneAnswer() throws IOException {
        String session = gateway.logIn(ACME, "ana", "right").session();
        String expired = store(new Session(ACME_ID, "ana", 1, Instant.now().getEpochSecond() - 1));
        String outdated = store(new Session(ACME_ID, "ana", 99, Instant.now().getEpochSecond() + 60));
        String removed = store(new Session(ACME_ID, "gone", 1, Instant.now().getEpochSecond() + 60));

        var foreign = gateway.http().get(GLOBEX, "/v1/session", cookie(session));
        assertThat(foreign.status()).as("same user name at another tenant").isEqualTo(401);
        for (var other :
                new String[] {expired, outdated, removed, SessionToken.fresh().text(), "x", ""}) {
            var answer = gateway.http().get(ACME, "/v1/session", cookie(other));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(withoutIds(answer)).isEqualTo(withoutIds(gateway.http().get(ACME, "/v1/session")));
        }
        assertThat(withoutIds(gateway.logIn(ACME, "ana", "wrong")))
                .isEqualTo(withoutIds(gateway.logIn(ACME, "nobody", "wrong")));
    }

    private static String store(Session session) {
        var token = SessionToken.fresh();
        try (var admin = redis.admin()) {
            admin.set("gateway:session:" + token.hash(), PrincipalJson.write(session));
        }
        return token.text();
    }

    private static String withoutIds(RawHttp.Answer answer) {
        return answer.status()
                + answer.text().replaceAll("\"instance\":\"[0-9a-f]+\"", "")
                + answer.header("WWW-Authenticate");
    }

    @Test
    void twoGatewaysShareSessions() throws Exception {
        String session = gateway.logIn(ACME, "ana", "right").session();
        try (var other = gateway.another()) {
            var http = new RawHttp(other.httpPort());
            org.awaitility.Awaitility.await()
                    .until(() -> http.get(ACME, "/v1/session", cookie(session)).status() == 200);
            http.send("DELETE", ACME, "/v1/session", "", cookie(session));
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(2))
                    .until(() -> status(ACME, session) == 401);
        }
    }

    @Test
    void anotherSiteCanNotActThroughABrowser() throws IOException {
        String session = gateway.logIn(ACME, "ana", "right").session();
        String[][] evil = {
            {"Sec-Fetch-Site: cross-site"},
            {"Sec-Fetch-Site: same-site"},
            {"Origin: http://evil.example"},
            {"Origin: http://globex.localhost"},
            {"Origin: null"}
        };
        for (var headers : evil) {
            var byCookie = gateway.http().send("POST", ACME, "/v1/users", "{}", headers[0], cookie(session));
            assertThat(byCookie.status()).as(headers[0]).isEqualTo(403);
            assertThat(byCookie.text()).contains("cross-site");
            var byBasic = gateway.http().send("POST", ACME, "/v1/users", "{}", headers[0], basic("ana", "right"));
            assertThat(byBasic.status()).as("Basic that a browser sends along").isEqualTo(403);
            assertThat(gateway.logIn(ACME, "ana", "right", headers[0]).status())
                    .as("login by another site")
                    .isEqualTo(403);
        }
        for (var good : new String[] {"Sec-Fetch-Site: same-origin", "Origin: http://acme.localhost", "X-None: 1"}) {
            assertThat(gateway.http()
                            .send("POST", ACME, "/v1/users", "{}", good, cookie(session))
                            .status())
                    .as(good)
                    .isEqualTo(200);
        }
        assertThat(gateway.http()
                        .get(ACME, "/v1/session", "Sec-Fetch-Site: cross-site", cookie(session))
                        .status())
                .as("reading is harmless")
                .isEqualTo(200);
    }

    @Test
    void aLoginThatIsNoJsonOfUserAndPasswordIsRefused() throws IOException {
        String[] form = {"Content-Type: application/x-www-form-urlencoded"};
        assertThat(gateway.http()
                        .send("POST", ACME, "/v1/session", "user=ana&password=right", form)
                        .status())
                .isEqualTo(415);
        String[] json = {"Content-Type: application/json"};
        for (var body : new String[] {"{}", "{\"user\":\"ana\"}", "null", "[", "{\"user\":null,\"password\":\"x\"}"}) {
            assertThat(gateway.http()
                            .send("POST", ACME, "/v1/session", body, json)
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(gateway.http()
                        .send("POST", ACME, "/v1/session", "x".repeat(5_000), json)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void manyFailedLoginsMakeOneWait() throws IOException {
        gateway.acmeUser("brute", "right", Set.of());
        gateway.awaitLogin(ACME, "brute", "right");
        RawHttp.Answer answer = gateway.logIn(ACME, "brute", "wrong");
        for (int i = 0; i < 15 && answer.status() == 401; i++) {
            answer = gateway.logIn(ACME, "brute", "wrong");
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 60);
    }

    @Test
    void aBrowsersOwnPasswordWindowNeverOpensOverThePortal() throws IOException {
        var page = gateway.http().get(ACME, "/v1/me", "Sec-Fetch-Mode: cors");
        assertThat(page.header("WWW-Authenticate").orElseThrow()).startsWith("Session ");
        var named = gateway.http().get(ACME, "/v1/me", "X-Requested-With: XMLHttpRequest");
        assertThat(named.header("WWW-Authenticate").orElseThrow()).startsWith("Session ");
        var program = gateway.http().get(ACME, "/v1/me");
        assertThat(program.header("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=\"acme\"");
        var cmx = gateway.http().get(ACME, "/api/location/v2/clients", "Sec-Fetch-Mode: cors");
        assertThat(cmx.header("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=\"acme\"");
        assertThat(cmx.text()).startsWith("{\"error\":");
    }
}
