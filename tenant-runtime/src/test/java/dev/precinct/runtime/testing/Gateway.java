package dev.precinct.runtime.testing;

import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.assertion.Assertion;
import dev.precinct.tenancy.assertion.AssertionKeys;
import dev.precinct.tenancy.assertion.AssertionSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** Calls a runtime as the gateway does: with a signed word on who the caller is. */
public final class Gateway {
    private final HttpClient http = HttpClient.newHttpClient();
    private final TenantId tenant;
    private final AssertionKeys keys;
    private final int port;

    public Gateway(TenantId tenant, AssertionKeys keys, int port) {
        this.tenant = tenant;
        this.keys = keys;
        this.port = port;
    }

    public String assertion(String user) {
        return assertion(tenant, user);
    }

    public String assertion(TenantId audience, String user) {
        return new AssertionSigner(keys.privateJwk(), Clock.systemUTC()).sign(audience, user, 0);
    }

    public HttpResponse<String> get(String user, String path) {
        return send(user, "GET", path, "");
    }

    public HttpResponse<String> send(String user, String method, String path, String body) {
        return sendWith(assertion(user), method, path, body);
    }

    /** With any text in the place of the assertion. */
    public HttpResponse<String> sendWith(String assertion, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(Assertion.HEADER, assertion)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public InputStream stream(String user, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(Assertion.HEADER, assertion(user))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The whole answer to a request line that no well-behaved client would send. */
    public String raw(String user, String target) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            String request = "GET " + target + " HTTP/1.1\r\nHost: acme.localhost\r\nConnection: close\r\n"
                    + Assertion.HEADER + ": " + assertion(user) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Head and body of an answer that tells its length. */
    private static String answer(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .map(line ->
                        Integer.valueOf(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
