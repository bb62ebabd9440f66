package dev.precinct.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends requests as bytes, so that nothing on the way makes them better than they are, and reads whole answers. */
public final class RawHttp {
    private final int port;

    /**
     * An answer.
     *
     * @param whole false when the connection ended before the body did
     */
    public record Answer(int status, List<String> headers, byte[] body, boolean whole) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        /** Value of the session cookie that the answer sets. */
        public String session() {
            String cookie = header("Set-Cookie").orElseThrow();
            return cookie.substring("precinct_session=".length(), cookie.indexOf(';'));
        }
    }

    public RawHttp(int port) {
        this.port = port;
    }

    public static String basic(String user, String password) {
        String pair = user + ":" + password;
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    public Answer get(String host, String target, String... headers) throws IOException {
        return send("GET", host, target, "", headers);
    }

    public Answer send(String method, String host, String target, String body, String... headers) throws IOException {
        try (var socket = open()) {
            write(socket, method, host, target, body, headers);
            return read(socket.getInputStream(), method.equals("HEAD"));
        }
    }

    public Socket open() throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    public static void write(Socket socket, String method, String host, String target, String body, String... headers)
            throws IOException {
        var request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (!host.isEmpty()) {
            request.append("Host: ").append(host).append("\r\n");
        }
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            request.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        request.append("\r\n");
        var all = new ByteArrayOutputStream();
        all.writeBytes(request.toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(bytes);
        socket.getOutputStream().write(all.toByteArray());
    }

    public static Answer read(InputStream in, boolean bodyless) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        var headers = new ArrayList<String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        var head = new Answer(status, headers, new byte[0], true);
        if (bodyless || status == 204 || status == 304) {
            return head;
        }
        var body = new ByteArrayOutputStream();
        boolean whole = head.header("Transfer-Encoding").isPresent()
                ? readChunks(in, body)
                : readCounted(in, Integer.parseInt(head.header("Content-Length").orElse("0")), body);
        return new Answer(status, headers, body.toByteArray(), whole);
    }

    private static boolean readChunks(InputStream in, ByteArrayOutputStream body) throws IOException {
        while (true) {
            String size = line(in);
            if (size.isEmpty()) {
                return false;
            }
            int length = Integer.parseInt(size, 16);
            if (!readCounted(in, length, body) || !line(in).isEmpty()) {
                return false;
            }
            if (length == 0) {
                return true;
            }
        }
    }

    private static boolean readCounted(InputStream in, int length, ByteArrayOutputStream body) throws IOException {
        byte[] bytes = in.readNBytes(length);
        body.writeBytes(bytes);
        return bytes.length == length;
    }

    /** One line without its end; empty at the end of the stream. */
    public static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
