package dev.precinct.e2e.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTTP as {@code curl} speaks it: to one address, whatever name the {@code Host} header gives, because the JDK does not resolve names
 * below {@code localhost}.
 */
public final class Api {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String address;
    private final int port;
    private final Map<String, String> headers;

    private Api(String address, int port, Map<String, String> headers) {
        this.address = address;
        this.port = port;
        this.headers = headers;
    }

    /** One answer. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + status + " " + body, e);
            }
        }

        /** The first value of a header, else an empty text. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public static Api anonymous(int port, String host) {
        return at("127.0.0.1", port, host);
    }

    /** @param address where the host's name would lead to */
    public static Api at(String address, int port, String host) {
        return new Api(address, port, Map.of("Host", host + ":" + port));
    }

    public Api as(String user, String password) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + basic);
    }

    public Api with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Api(address, port, more);
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** @param body JSON, or empty for none */
    public Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address + ":" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + path, e);
        }
    }

    /** The answer to a request whose path holds what URIs may not, as some programs send it, read to the end of the connection. */
    public Answer raw(String path) throws IOException {
        var text = new StringBuilder("GET " + path + " HTTP/1.1\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        try (var socket = new Socket(address, port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The status alone, by a connection that nothing else uses. */
    public int rawStatus(String path) {
        try {
            return raw(path).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer parsed(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        var lines = List.of(answer.substring(0, end).split("\r\n"));
        var fields = new TreeMap<String, List<String>>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon), List.of(line.substring(colon + 1).strip()));
        }
        return new Answer(
                Integer.parseInt(lines.getFirst().substring(9, 12)),
                HttpHeaders.of(fields, (name, value) -> true),
                answer.substring(end + 4));
    }
}
