package dev.precinct.local.node;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that tells its environment and the files that it names; started by the node as a process. */
final class TestingServer {
    private TestingServer() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("PRECINCT_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean refused = path.equals("/ready") && "never-ready".equals(System.getenv("GREETING"));
            byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static String body(String path) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/env/")) {
            return System.getenv(name);
        }
        return path.startsWith("/file/") ? Files.readString(Path.of(System.getenv(name))) : "ok";
    }

    /** Asks the process whose address the node wrote to this file. */
    static String ask(Path addressFile, String path) {
        try {
            String address = Files.readString(addressFile).trim().replaceFirst("^http=", "");
            try (var in = URI.create("http://" + address + path).toURL().openStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
