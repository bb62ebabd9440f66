package dev.precinct.gateway.upstream;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;

/** One connection to a runtime: writes bytes, reads lines and bytes. Used by one request at a time. */
final class UpstreamConnection implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final int MAX_HEAD_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private long idleSinceNanos;

    private UpstreamConnection(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.in = channel.socket().getInputStream();
        this.out = channel.socket().getOutputStream();
    }

    /** @param address unresolved, as configured; looked up for each connection because what stands behind a name moves */
    static UpstreamConnection open(InetSocketAddress address) throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(new InetSocketAddress(address.getHostString(), address.getPort()), (int)
                    CONNECT_LIMIT.toMillis());
            return new UpstreamConnection(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void markIdle() {
        idleSinceNanos = System.nanoTime();
    }

    /** Whether the other side still holds a connection that was kept: nothing to read and no end. */
    boolean isUsable(Duration longestIdle) {
        if (position != limit || System.nanoTime() - idleSinceNanos > longestIdle.toNanos()) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.wrap(buffer, 0, 1));
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads wait at most so long; zero is forever. */
    void readLimit(Duration time) throws IOException {
        channel.socket().setSoTimeout((int) time.toMillis());
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    ResponseHead readHead() throws IOException {
        String[] status = readLine(MAX_HEAD_BYTES).split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
            throw new MalformedAnswerException("no HTTP/1 status line");
        }
        var headers = new ArrayList<HeaderField>(16);
        int left = MAX_HEAD_BYTES;
        for (String line = readLine(left); !line.isEmpty(); line = readLine(left)) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new MalformedAnswerException("a header without a name");
            }
            headers.add(new HeaderField(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        try {
            return new ResponseHead(Integer.parseInt(status[1]), headers);
        } catch (NumberFormatException e) {
            throw new MalformedAnswerException("a status that is no number", e);
        }
    }

    /** Up to the next line feed, without it and a carriage return before it. */
    String readLine(int longest) throws IOException {
        var line = new StringBuilder();
        while (true) {
            for (int i = position; i < limit; i++) {
                if (buffer[i] == '\n') {
                    int end = i > position && buffer[i - 1] == '\r' ? i - 1 : i;
                    line.append(new String(buffer, position, end - position, StandardCharsets.ISO_8859_1));
                    position = i + 1;
                    int last = line.length() - 1;
                    if (last >= 0 && line.charAt(last) == '\r') {
                        line.setLength(last);
                    }
                    return line.toString();
                }
            }
            line.append(new String(buffer, position, limit - position, StandardCharsets.ISO_8859_1));
            position = limit;
            if (line.length() > longest) {
                throw new MalformedAnswerException("a line that is too long");
            }
            fill();
        }
    }

    /** @return at least one byte; an end is an {@link EOFException} */
    int read(byte[] target, int offset, int length) throws IOException {
        if (position == limit) {
            if (length >= buffer.length) {
                return ended(in.read(target, offset, length));
            }
            fill();
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private void fill() throws IOException {
        limit = ended(in.read(buffer));
        position = 0;
    }

    private static int ended(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException("the runtime ended the connection");
        }
        return read;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing a socket failed", e);
        }
    }

    /** Sorts what went wrong while an answer was read. */
    static UpstreamException sorted(IOException failure) {
        return switch (failure) {
            case SocketTimeoutException late -> new UpstreamException.TimedOut("no answer in time", late);
            case MalformedAnswerException malformed ->
                new UpstreamException.Broken("no HTTP: " + malformed.getMessage(), malformed);
            default -> new UpstreamException.Broken("ended in the middle", failure);
        };
    }
}
