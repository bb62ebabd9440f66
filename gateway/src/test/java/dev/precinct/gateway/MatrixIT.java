package dev.precinct.gateway;

import static dev.precinct.gateway.testing.RawHttp.basic;
import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static dev.precinct.gateway.testing.RunningGateway.ACME_ID;
import static dev.precinct.gateway.testing.RunningGateway.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.gateway.authentication.FailedLogins;
import dev.precinct.gateway.routing.Access;
import dev.precinct.gateway.routing.Route;
import dev.precinct.gateway.routing.RouteTableYaml;
import dev.precinct.gateway.routing.Target;
import dev.precinct.gateway.session.Session;
import dev.precinct.gateway.session.SessionToken;
import dev.precinct.gateway.testing.RawHttp;
import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.tenancy.permission.Actions;
import dev.precinct.tenancy.principal.PrincipalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the table for everybody that there is: what happens follows from the table and from nothing else. */
class MatrixIT {
    private static final List<Route> ROUTES = RouteTableYaml.shipped().routes();

    private static final int ROWS_BY_ONE_WHO_FAILS = FailedLogins.LIMIT - 1;

    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static RunningGateway gateway;
    private static final List<Caller> CALLERS = new ArrayList<>();

    /**
     * @param header what he sends; failures make one wait, so who fails has another name every few rows
     * @param actions what he may do; null for somebody who is nobody here
     */
    private record Caller(
            String name,
            Function<Route, String> header,
            @Nullable SortedSet<String> actions) {}

    private static String numbered(String name, Route route) {
        return name + ROUTES.indexOf(route) / ROWS_BY_ONE_WHO_FAILS;
    }

    @BeforeAll
    static void start() throws IOException {
        redis = RunningRedis.version7(folder.resolve("redis"));
        gateway = new RunningGateway(redis, folder);
        CALLERS.clear();
        CALLERS.add(new Caller("anonymous", route -> "X-Nothing: 1", null));
        userWith("nobody-special", Set.of());
        for (var action : vocabulary()) {
            userWith("only-" + action.replace(':', '-'), Set.of(action));
        }
        userWith("administrator", vocabulary());
        for (var route : ROUTES) {
            gateway.globexUser(numbered("stranger", route), "right", vocabulary());
            gateway.acmeUser(numbered("target", route), "right", vocabulary());
        }
        gateway.awaitLogin(GLOBEX, numbered("stranger", ROUTES.getLast()), "right");
        gateway.awaitLogin(ACME, numbered("target", ROUTES.getLast()), "right");
        gateway.awaitLogin(ACME, "administrator", "right");
        CALLERS.add(new Caller("foreign user", route -> basic(numbered("stranger", route), "right"), null));
        CALLERS.add(new Caller("forged word", route -> "X-Precinct-Assertion: e30.e30.e30", null));
        addSessions();
    }

    private static void userWith(String name, Set<String> actions) {
        gateway.acmeUser(name, "right", actions);
        CALLERS.add(new Caller(name, route -> basic(name, "right"), new TreeSet<>(actions)));
    }

    private static void addSessions() throws IOException {
        String own = gateway.logIn(ACME, "administrator", "right").session();
        String foreign = gateway.logIn(GLOBEX, "stranger0", "right").session();
        var expired = SessionToken.fresh();
        try (var admin = redis.admin()) {
            var session = new Session(ACME_ID, "administrator", 8, Instant.now().getEpochSecond() - 1);
            admin.set("gateway:session:" + expired.hash(), PrincipalJson.write(session));
        }
        CALLERS.add(new Caller("own session", route -> "Cookie: precinct_session=" + own, new TreeSet<>(vocabulary())));
        CALLERS.add(new Caller("foreign session", route -> "Cookie: precinct_session=" + foreign, null));
        CALLERS.add(new Caller("expired session", route -> "Cookie: precinct_session=" + expired.text(), null));
    }

    /** What the units know, and whatever else the table asks for. */
    private static SortedSet<String> vocabulary() {
        var actions = new TreeSet<>(Actions.all());
        for (var route : ROUTES) {
            if (route.access() instanceof Access.Action action) {
                actions.add(action.name());
            }
        }
        return actions;
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        redis.close();
    }

    static Stream<Route> routes() {
        return ROUTES.stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everybodyGetsWhatTheTableSays(Route route) throws IOException {
        for (var caller : CALLERS) {
            int before = gateway.runtime().requests().size();
            var answer = call(route, caller.header().apply(route));
            String what = route.method() + " " + route.path() + " by " + caller.name();
            assertThat(answer.status()).as(what).isEqualTo(expected(route, caller));
            boolean reached = gateway.runtime().requests().size() > before;
            boolean runtime = route.target() == Target.RUNTIME || route.target() == Target.RUNTIME_UNASSERTED;
            assertThat(reached).as("runtime reached: " + what).isEqualTo(runtime && answer.status() == 200);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aWrongPasswordOpensNothing(Route route) throws IOException {
        if (!(route.access() instanceof Access.Public)) {
            String wrong = basic(numbered("target", route), "wrong");
            String unknown = basic(numbered("unknown", route), "wrong");
            assertThat(call(route, wrong).status()).isEqualTo(401);
            assertThat(call(route, unknown).status()).isEqualTo(401);
        }
    }

    private static int expected(Route route, Caller caller) {
        if (route.target() == Target.NONE) {
            return 404;
        }
        int allowed = switch (route.target()) {
            case RUNTIME, RUNTIME_UNASSERTED, PORTAL, NONE -> 200;
            // A login without a form; a logout.
            case GATEWAY ->
                switch (route.method()) {
                    case "POST" -> 415;
                    case "DELETE" -> 204;
                    default -> 200;
                };
        };
        var actions = caller.actions();
        return switch (route.access()) {
            case Access.Public everyone -> allowed;
            case Access.Authenticated users -> actions == null ? 401 : allowed;
            case Access.Action action -> {
                if (actions == null) {
                    yield 401;
                }
                yield actions.contains(action.name()) ? allowed : 403;
            }
        };
    }

    private static RawHttp.Answer call(Route route, String header) throws IOException {
        // Logging out is tried without the session, which the rows after it need.
        boolean logout = route.path().equals("/v1/session") && route.method().equals("DELETE");
        String method = route.method().equals(Route.ANY) ? "GET" : route.method();
        return gateway.http().send(method, ACME, example(route), "", logout ? "X-Nothing: 1" : header);
    }

    /** A path that the row, and no other, has. */
    private static String example(Route route) {
        if (route.path().equals("/**")) {
            return "/some/page";
        }
        String any = route.target() == Target.NONE ? "no/such/thing" : "Mall/North";
        return route.path().replaceAll("\\{[a-z]+}", "x1").replace("**", any);
    }
}
