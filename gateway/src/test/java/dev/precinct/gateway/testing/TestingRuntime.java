package dev.precinct.gateway.testing;

import dev.precinct.tenancy.runtime.RuntimeAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A runtime that records what reaches it, byte by byte, and answers as a test tells it. */
public final class TestingRuntime implements AutoCloseable, RuntimeAddresses {
    private final ServerSocket server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Script script = (request, out) -> respond(out, 200, "{\"ok\":true}");
    private volatile boolean listening = true;

    /** What came in. */
    public record Request(String line, List<String> headers, byte[] body) {
        public String method() {
            return line.substring(0, line.indexOf(' '));
        }

        public String target() {
            return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
        }

        public List<String> all(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(header -> header.substring(prefix.length()).strip())
                    .toList();
        }
    }

    /** How to answer one request. An exception ends the connection. */
    public interface Script {
        void answer(Request request, OutputStream out) throws IOException;
    }

    public TestingRuntime() throws IOException {
        this.server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            while (true) {
                var request = read(in);
                if (request == null) {
                    return;
                }
                requests.add(request);
                script.answer(request, socket.getOutputStream());
            }
        } catch (IOException e) {
            return; // the other side left, or the script ended the connection
        }
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        String line = RawHttp.line(in);
        if (line.isEmpty()) {
            return null;
        }
        var headers = new ArrayList<String>();
        for (String header = RawHttp.line(in); !header.isEmpty(); header = RawHttp.line(in)) {
            headers.add(header);
        }
        var head = new Request(line, headers, new byte[0]);
        var length = head.all("Content-Length");
        byte[] body = new byte[0];
        if (!length.isEmpty()) {
            body = in.readNBytes(Integer.parseInt(length.getFirst()));
        } else if (!head.all("Transfer-Encoding").isEmpty()) {
            body = chunks(in);
        }
        return new Request(line, headers, body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(RawHttp.line(in), 16);
                size > 0;
                size = Integer.parseInt(RawHttp.line(in), 16)) {
            body.writeBytes(in.readNBytes(size));
            RawHttp.line(in);
        }
        RawHttp.line(in);
        return body.toByteArray();
    }

    public static void respond(OutputStream out, int status, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
    }

    public void answering(Script newScript) {
        script = newScript;
    }

    public List<Request> requests() {
        return requests;
    }

    public Request last() {
        return requests.getLast();
    }

    public int connections() {
        return connections.get();
    }

    /** As if no process ran. */
    public void goAway() {
        listening = false;
    }

    public void comeBack() {
        listening = true;
    }

    @Override
    public Optional<InetSocketAddress> find(String namespace, String port) {
        return listening
                ? Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", server.getLocalPort()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
