package dev.precinct.runtime.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.precinct.runtime.platform.config.CredentialsFolder;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** As much of a CMX appliance as the runtime asks for: maps, clients, history, an image, subscriptions, and faults on demand. */
public final class TestingCmx implements AutoCloseable {
    public static final String USER = "learning";
    public static final String PASSWORD = "listening";
    public static final String IMAGE = "domain_0_1.png";

    private static final int HISTORY_LIMIT = 1_000;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> subscriptions = new ConcurrentHashMap<>();
    private final List<CmxDevice> history = new CopyOnWriteArrayList<>();
    private volatile List<CmxDevice> devices = List.of();
    private volatile String maps = TestingMaps.two();
    private volatile Fault fault = Fault.NONE;

    /** What goes wrong. */
    public enum Fault {
        NONE,
        UNAUTHORISED,
        REDIRECT,
        HTML,
        CUT,
        ERROR,
        SLOW
    }

    private TestingCmx(HttpServer server) {
        this.server = server;
    }

    public static TestingCmx start() {
        return start(0);
    }

    /** Behind TLS, at {@code https://localhost}. */
    public static TestingCmx startWithTls(TestingCertificate certificate) {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
            return started(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestingCmx start(int port) {
        try {
            return started(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestingCmx started(HttpServer server) {
        var cmx = new TestingCmx(server);
        server.createContext("/", cmx::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return cmx;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public RuntimeSettings.Cmx settings() {
        return new RuntimeSettings.Cmx(
                URI.create("http://127.0.0.1:" + port()),
                new CredentialsFolder(Folders.credentials(USER, PASSWORD)),
                Duration.ofMillis(200),
                Optional.empty());
    }

    public void devices(List<CmxDevice> now) {
        devices = List.copyOf(now);
    }

    public void history(List<CmxDevice> past) {
        history.addAll(past);
    }

    public void maps(String document) {
        maps = document;
    }

    public void fault(Fault now) {
        fault = now;
    }

    public long requests(String path) {
        var count = requests.get(path);
        return count == null ? 0 : count.sum();
    }

    public long requests() {
        return requests.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public Map<String, JsonNode> subscriptions() {
        return subscriptions;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            requests.computeIfAbsent(path, absent -> new LongAdder()).increment();
            if (!faulty(exchange)) {
                serve(exchange, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean faulty(HttpExchange exchange) throws IOException, InterruptedException {
        var basic =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "application/json", "{\"error\":\"CMX: System error\"}");
            return true;
        }
        switch (fault) {
            case NONE -> {
                return false;
            }
            case UNAUTHORISED -> send(exchange, 401, "application/json", "{\"error\":\"CMX: System error\"}");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "/login");
                send(exchange, 302, "text/html", "");
            }
            case HTML -> send(exchange, 200, "text/html", "<html>Welcome</html>");
            case CUT -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 100_000);
                exchange.getResponseBody().write("[{\"macAddress\":".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case ERROR -> send(exchange, 500, "application/json", "{\"error\":\"CMX: System error\"}");
            case SLOW -> Thread.sleep(60_000);
        }
        return true;
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/api/config/v1/maps")) {
            send(exchange, 200, "application/json", maps);
        } else if (path.equals("/api/location/v2/clients")) {
            clients(exchange);
        } else if (path.equals("/api/location/v1/history/clients")) {
            past(exchange);
        } else if (path.startsWith("/api/location/v1/history/clients/")) {
            var mac = path.substring(path.lastIndexOf('/') + 1);
            list(
                    exchange,
                    history.stream().filter(each -> each.mac().equals(mac)).toList());
        } else if (path.startsWith("/api/config/v1/notification")) {
            subscription(exchange, path);
        } else if (path.equals("/api/config/v1/maps/imagesource/" + IMAGE)) {
            send(exchange, 200, "image/png", "PNG");
        } else {
            send(exchange, 404, "application/json", "{\"error\":\"not found\"}");
        }
    }

    private void clients(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        int size = Integer.parseInt(query.getOrDefault("pageSize", "1000"));
        int from = (Integer.parseInt(query.getOrDefault("page", "1")) - 1) * size;
        var now = devices;
        if (from >= now.size()) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        list(exchange, now.subList(from, Math.min(now.size(), from + size)));
    }

    private void past(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        var after = Instant.ofEpochMilli(Long.parseLong(query.get("locatedAfterTime")));
        var before = Instant.ofEpochMilli(Long.parseLong(query.get("locatedBeforeTime")));
        list(
                exchange,
                history.stream()
                        .filter(each ->
                                each.seenAt().isAfter(after) && each.seenAt().isBefore(before))
                        .sorted((a, b) -> b.seenAt().compareTo(a.seenAt()))
                        .limit(HISTORY_LIMIT)
                        .toList());
    }

    private void list(HttpExchange exchange, List<CmxDevice> list) throws IOException {
        ArrayNode array = json.createArrayNode();
        list.forEach(device -> array.add(device.toJson()));
        send(exchange, 200, "application/json", array.toString());
    }

    private void subscription(HttpExchange exchange, String path) throws IOException {
        var name = path.substring(path.lastIndexOf('/') + 1);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                var document = json.readTree(exchange.getRequestBody());
                subscriptions.put(document.path("name").asText(), document);
                exchange.sendResponseHeaders(201, -1);
            }
            case "DELETE" -> exchange.sendResponseHeaders(subscriptions.remove(name) == null ? 404 : 200, -1);
            default -> {
                var found = subscriptions.get(name);
                send(exchange, found == null ? 404 : 200, "application/json", found == null ? "{}" : found.toString());
            }
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = exchange.getRequestURI().getQuery();
        return query == null
                ? Map.of()
                : List.of(query.split("&")).stream()
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
