package dev.precinct.gateway.upstream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends requests to runtimes over connections that it keeps. */
public final class UpstreamClient implements AutoCloseable {
    /** Shorter than any server's idle limit, so that a kept connection is rarely a dead one. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    private static final int KEPT = 64;
    private static final int COPY_BYTES = 32 * 1024;

    private final Map<InetSocketAddress, Deque<UpstreamConnection>> idle = new ConcurrentHashMap<>();
    private final AtomicLong sweptAtNanos = new AtomicLong(System.nanoTime());
    private volatile boolean open = true;

    /** @param address unresolved host and port */
    public UpstreamResponse send(InetSocketAddress address, UpstreamRequest request) throws UpstreamException {
        var kept = take(address);
        if (kept != null) {
            try {
                return exchange(address, kept, request);
            } catch (UpstreamException.Broken e) {
                // The other side may have ended the connection just now; a request that changes nothing twice goes
                // again.
                if (!request.isRepeatable()) {
                    throw e;
                }
            }
        }
        return exchange(address, connected(address), request);
    }

    /** Sees to it that somebody listens there, and keeps the connection for the next request: so that nothing is read for nobody. */
    public void connect(InetSocketAddress address) throws UpstreamException {
        var kept = take(address);
        keep(address, kept == null ? connected(address) : kept);
    }

    private static UpstreamConnection connected(InetSocketAddress address) throws UpstreamException {
        try {
            return UpstreamConnection.open(address);
        } catch (UnknownHostException e) {
            throw new UpstreamException.Unavailable("no such host: " + address, e);
        } catch (IOException e) {
            throw new UpstreamException.Unavailable("nothing answers at " + address, e);
        }
    }

    private UpstreamResponse exchange(InetSocketAddress address, UpstreamConnection connection, UpstreamRequest request)
            throws UpstreamException {
        try {
            connection.readLimit(request.timeLimit());
            write(address, connection, request);
            var head = connection.readHead();
            while (head.isInterim()) {
                head = connection.readHead();
            }
            boolean bodyless = request.method().equals("HEAD");
            return new UpstreamResponse(head, connection, bodyless, () -> keep(address, connection));
        } catch (IOException e) {
            connection.close();
            throw UpstreamConnection.sorted(e);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void write(InetSocketAddress address, UpstreamConnection connection, UpstreamRequest request)
            throws IOException {
        var head = new StringBuilder(512)
                .append(request.method())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\n");
        boolean host = false;
        for (var header : request.headers()) {
            host |= header.is("Host");
            append(head, header.name(), header.value());
        }
        if (!host) {
            append(head, "Host", address.getHostString() + ":" + address.getPort());
        }
        switch (request.body()) {
            case UpstreamRequest.Body.Empty empty -> {
                if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
                    append(head, "Content-Length", "0");
                }
                send(connection, head, new byte[0]);
            }
            case UpstreamRequest.Body.Bytes bytes -> {
                append(head, "Content-Length", Integer.toString(bytes.bytes().length));
                send(connection, head, bytes.bytes());
            }
            case UpstreamRequest.Body.Stream stream -> stream(connection, head, stream);
        }
    }

    private static void append(StringBuilder head, String name, String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a header's value has no line breaks: " + name);
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** One write for head and body: one packet for small requests. */
    private static void send(UpstreamConnection connection, StringBuilder head, byte[] body) throws IOException {
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        connection.write(all, 0, all.length);
    }

    private static void stream(UpstreamConnection connection, StringBuilder head, UpstreamRequest.Body.Stream body)
            throws IOException {
        boolean chunked = body.length() < 0;
        append(
                head,
                chunked ? "Transfer-Encoding" : "Content-Length",
                chunked ? "chunked" : Long.toString(body.length()));
        send(connection, head, new byte[0]);
        byte[] buffer = new byte[COPY_BYTES];
        long sent = 0;
        for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
            if (chunked) {
                byte[] size = (Integer.toHexString(read) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                connection.write(size, 0, size.length);
            }
            connection.write(buffer, 0, read);
            sent += read;
            if (chunked) {
                connection.write(new byte[] {'\r', '\n'}, 0, 2);
            }
        }
        if (chunked) {
            byte[] end = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            connection.write(end, 0, end.length);
        } else if (sent != body.length()) {
            throw new IOException("the client sent " + sent + " of " + body.length() + " bytes");
        }
    }

    private static int next(UpstreamRequest.Body.Stream body, byte[] buffer) throws IOException {
        int read;
        do {
            read = body.in().read(buffer);
        } while (read == 0);
        return read;
    }

    private @Nullable UpstreamConnection take(InetSocketAddress address) {
        var connections = idle.get(address);
        if (connections == null) {
            return null;
        }
        while (true) {
            UpstreamConnection connection;
            synchronized (connections) {
                connection = connections.pollFirst();
            }
            if (connection == null || connection.isUsable(LONGEST_IDLE)) {
                return connection;
            }
            connection.close();
        }
    }

    private void keep(InetSocketAddress address, UpstreamConnection connection) {
        connection.markIdle();
        var connections = idle.computeIfAbsent(address, key -> new ArrayDeque<>());
        UpstreamConnection tooMany = connection;
        synchronized (connections) {
            if (open) {
                connections.addFirst(connection);
                tooMany = connections.size() > KEPT ? connections.pollLast() : null;
            }
        }
        if (tooMany != null) {
            tooMany.close();
        }
        sweep();
    }

    /** A runtime that moved leaves connections behind that nobody would ever take again. */
    private void sweep() {
        long before = sweptAtNanos.get();
        long now = System.nanoTime();
        if (now - before < LONGEST_IDLE.toNanos() || !sweptAtNanos.compareAndSet(before, now)) {
            return;
        }
        for (var connections : idle.values()) {
            synchronized (connections) {
                connections.removeIf(connection -> {
                    boolean stale = !connection.isUsable(LONGEST_IDLE);
                    if (stale) {
                        connection.close();
                    }
                    return stale;
                });
            }
        }
    }

    @Override
    public void close() {
        open = false;
        for (var connections : idle.values()) {
            synchronized (connections) {
                connections.forEach(UpstreamConnection::close);
                connections.clear();
            }
        }
    }
}
