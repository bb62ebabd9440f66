package dev.precinct.local.kubernetes.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.openapi.OpenApi;
import dev.precinct.local.kubernetes.resource.Deletion;
import dev.precinct.local.kubernetes.resource.Reader;
import dev.precinct.local.kubernetes.resource.Target;
import dev.precinct.local.kubernetes.resource.TokenRequests;
import dev.precinct.local.kubernetes.resource.Writer;
import dev.precinct.local.kubernetes.store.StoreException;
import dev.precinct.local.kubernetes.token.Caller;
import dev.precinct.local.kubernetes.token.Tokens;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every request goes through: who asks, for what, and in which form he is answered. */
public final class KubernetesHttp implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(KubernetesHttp.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OPEN_PATHS = Set.of("healthz", "livez", "readyz", "version");
    private static final String BEARER = "Bearer ";
    private final Services services;
    private final ApiPath paths;
    private final Discovery discovery;
    private final OpenApi openApi;
    private final Reviews reviews;
    private final Verbs verbs;

    /** What the server needs to answer. */
    public record Services(KindCatalog catalog, Reader reader, Tokens tokens, Clock clock) {}

    public KubernetesHttp(Services services, Writer writer, Deletion deletion) {
        var tokenRequests = new TokenRequests(services.reader(), services.tokens());
        this.services = services;
        this.verbs = new Verbs(services.reader(), writer, deletion, tokenRequests, services.clock());
        this.paths = new ApiPath(services.catalog());
        this.discovery = new Discovery(services.catalog());
        this.openApi = new OpenApi(services.catalog());
        this.reviews = new Reviews(services.tokens());
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        serve(request, response);
        closeIfAsked(request);
    }

    /** The server says {@code Connection: close} too, but goes on waiting for requests: a client that reads to the end would wait as well. */
    private static void closeIfAsked(ServerRequest request) {
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)
                && request.content().consumed()) {
            throw new CloseConnectionException("the client asked for it");
        }
    }

    private void serve(ServerRequest request, ServerResponse response) {
        try {
            answer(request, response);
        } catch (ApiFailure failure) {
            send(response, new Answer(failure.code(), failure.status(), List.of()));
        } catch (StoreException e) {
            LOG.error("a request failed", e);
            send(
                    response,
                    new Answer(
                            500,
                            ApiFailure.internal(String.valueOf(e.getMessage())).status(),
                            List.of()));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "our bug: {} {}",
                    request.prologue().method().text(),
                    request.path().path(),
                    e);
            send(
                    response,
                    new Answer(
                            500,
                            ApiFailure.internal("see the log of the server").status(),
                            List.of()));
        }
    }

    private void answer(ServerRequest request, ServerResponse response) {
        List<String> segments = Call.segments(request);
        String first = segments.isEmpty() ? "" : segments.getFirst();
        if (OPEN_PATHS.contains(first)) {
            open(first, response);
            return;
        }
        Call call = new Call(request, authenticate(request));
        boolean api = first.equals("api") && segments.size() > 2 || first.equals("apis") && segments.size() > 3;
        if (!api) {
            send(response, Answer.ok(discover(segments)));
        } else if (segments.get(1).equals("authentication.k8s.io")) {
            send(response, Answer.created(review(segments.getLast(), call)));
        } else {
            Target target = paths.target(segments);
            if (call.method().equals("GET") && call.flag("watch")) {
                watch(target, call, response);
            } else {
                send(response, verbs.answer(target, call));
            }
        }
    }

    private void open(String path, ServerResponse response) {
        if (path.equals("version")) {
            send(response, Answer.ok(discovery.version()));
        } else {
            response.send("ok");
        }
    }

    private Caller authenticate(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!header.startsWith(BEARER)) {
            throw ApiFailure.unauthorized();
        }
        return services.tokens().caller(header.substring(BEARER.length())).orElseThrow(ApiFailure::unauthorized);
    }

    private JsonNode discover(List<String> segments) {
        return switch (String.join("/", segments)) {
            case "api" -> discovery.core();
            case "api/v1" -> discovery.resources("v1");
            case "apis" -> discovery.groups();
            case "openapi/v3" -> openApi.index();
            default -> {
                if (segments.size() > 2
                        && segments.getFirst().equals("openapi")
                        && segments.get(1).equals("v3")) {
                    yield openApi.document(String.join("/", segments.subList(2, segments.size())));
                }
                if (!segments.isEmpty() && segments.getFirst().equals("apis") && segments.size() == 2) {
                    yield discovery.group(segments.get(1));
                }
                if (!segments.isEmpty() && segments.getFirst().equals("apis") && segments.size() == 3) {
                    yield discovery.resources(segments.get(1) + "/" + segments.get(2));
                }
                throw ApiFailure.noSuchPath();
            }
        };
    }

    private JsonNode review(String plural, Call call) {
        if (!call.method().equals("POST")) {
            throw ApiFailure.methodNotAllowed();
        }
        return switch (plural) {
            case "tokenreviews" -> reviews.token(call);
            case "selfsubjectreviews" -> reviews.self(call);
            default -> throw ApiFailure.noSuchPath();
        };
    }

    /**
     * Clients that try a web socket first go on with a plain request when they are answered 200 without one. The JDK's client offers an
     * upgrade to HTTP/2 with every request: that one is ignored.
     */
    private void watch(Target target, Call call, ServerResponse response) {
        boolean webSocket = call.request()
                .headers()
                .first(HeaderNames.UPGRADE)
                .filter("websocket"::equalsIgnoreCase)
                .isPresent();
        if (webSocket) {
            response.header(HeaderNames.CONNECTION, "close");
            response.status(Status.OK_200).send(new byte[0]);
            return;
        }
        WatchStream stream = new WatchStream(services.reader(), target, call, services.clock());
        response.status(Status.OK_200).header(HeaderNames.CONTENT_TYPE, "application/json");
        try (OutputStream out = response.outputStream()) {
            stream.run(out);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("a watch of {} ended: {}", target.kind().names().plural(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(ServerResponse response, Answer answer) {
        try {
            byte[] body = JSON.writeValueAsBytes(answer.body());
            response.status(Status.create(answer.code())).header(HeaderNames.CONTENT_TYPE, "application/json");
            String[] warnings = answer.warnings().stream()
                    .map(w -> "299 - \"" + w.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                    .toArray(String[]::new);
            if (warnings.length > 0) {
                response.header(HeaderNames.create("Warning"), warnings);
            }
            response.send(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }
}
