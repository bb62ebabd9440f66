package dev.precinct.operator.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import dev.precinct.tenancy.runtime.RuntimeReport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A runtime's health port with nothing behind it. */
public final class TestingRuntime implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private volatile RuntimeReport report;

    public TestingRuntime(Path addresses, String namespace, RuntimeReport first) throws IOException {
        report = first;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/report", exchange -> {
            byte[] body = JSON.writeValueAsBytes(report);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        var folder = Files.createDirectories(addresses.resolve(namespace));
        var file = Files.writeString(
                folder.resolve("new"),
                RuntimeAddresses.HEALTH + "=localhost:" + server.getAddress().getPort() + "\n");
        Files.move(file, folder.resolve(RuntimeAddresses.SERVICE), StandardCopyOption.REPLACE_EXISTING);
    }

    public void says(RuntimeReport now) {
        report = now;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
