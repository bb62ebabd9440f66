package dev.precinct.gateway.upstream;

import java.io.IOException;
import java.time.Duration;

/**
 * A runtime's answer while it comes in. A body that was read to its proper end gives the connection back; everything else ends it. Close
 * may come from another thread: it ends a read that waits.
 */
public final class UpstreamResponse implements AutoCloseable {
    private static final int MAX_CHUNK_LINE = 1024;

    private final ResponseHead head;
    private final UpstreamConnection connection;
    private final Runnable keep;
    private final Framing framing;
    private long left;
    private boolean ended;
    private volatile boolean closed;

    private enum Framing {
        NONE,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE,
    }

    /** @param keep takes the connection for the next request */
    UpstreamResponse(ResponseHead head, UpstreamConnection connection, boolean bodyless, Runnable keep)
            throws MalformedAnswerException {
        this.head = head;
        this.connection = connection;
        this.keep = keep;
        this.left = head.find("Content-Length").isPresent() ? lengthOf(head) : -1;
        boolean chunked = head.find("Transfer-Encoding")
                .map(value -> value.equalsIgnoreCase("chunked"))
                .orElse(false);
        if (bodyless || head.status() == 204 || head.status() == 304) {
            framing = Framing.NONE;
        } else if (chunked) {
            framing = Framing.CHUNKED;
            left = 0;
        } else {
            framing = left >= 0 ? Framing.LENGTH : Framing.UNTIL_CLOSE;
        }
        if (framing == Framing.NONE || (framing == Framing.LENGTH && left == 0)) {
            end();
        }
    }

    private static long lengthOf(ResponseHead head) throws MalformedAnswerException {
        try {
            long length = Long.parseLong(head.find("Content-Length").orElse(""));
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new MalformedAnswerException("a length that is no number", e);
        }
        throw new MalformedAnswerException("a negative length");
    }

    public ResponseHead head() {
        return head;
    }

    /** Bytes of the body; −1 when only its end will tell. */
    public long length() {
        return framing == Framing.LENGTH || framing == Framing.NONE ? Math.max(left, 0) : -1;
    }

    /** Whether the answer has a body at all. */
    public boolean hasBody() {
        return framing != Framing.NONE;
    }

    /** No limit between parts from here on. */
    public void waitForever() throws UpstreamException {
        if (ended) {
            return;
        }
        try {
            connection.readLimit(Duration.ZERO);
        } catch (IOException e) {
            throw UpstreamConnection.sorted(e);
        }
    }

    /** @return the number of bytes, or −1 at the proper end; an end too early is {@link UpstreamException.Broken} */
    public int read(byte[] target, int offset, int length) throws UpstreamException {
        if (ended) {
            return -1;
        }
        try {
            return switch (framing) {
                case NONE -> -1;
                case LENGTH -> readCounted(target, offset, length);
                case CHUNKED -> readChunked(target, offset, length);
                case UNTIL_CLOSE -> readRest(target, offset, length);
            };
        } catch (IOException e) {
            close();
            throw UpstreamConnection.sorted(e);
        }
    }

    private int readCounted(byte[] target, int offset, int length) throws IOException {
        int count = connection.read(target, offset, (int) Math.min(length, left));
        left -= count;
        if (left == 0) {
            end();
        }
        return count;
    }

    private int readChunked(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            left = chunkSize(connection.readLine(MAX_CHUNK_LINE));
            if (left == 0) {
                while (!connection.readLine(MAX_CHUNK_LINE).isEmpty()) {
                    // trailers: nobody here asked for any
                    continue;
                }
                end();
                return -1;
            }
        }
        int count = connection.read(target, offset, (int) Math.min(length, left));
        left -= count;
        if (left == 0 && !connection.readLine(MAX_CHUNK_LINE).isEmpty()) {
            throw new MalformedAnswerException("a chunk longer than it says");
        }
        return count;
    }

    private static long chunkSize(String line) throws MalformedAnswerException {
        int extension = line.indexOf(';');
        try {
            long size = Long.parseLong(
                    extension < 0 ? line.strip() : line.substring(0, extension).strip(), 16);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new MalformedAnswerException("a chunk size that is no number", e);
        }
        throw new MalformedAnswerException("a negative chunk size");
    }

    private int readRest(byte[] target, int offset, int length) throws IOException {
        try {
            return connection.read(target, offset, length);
        } catch (java.io.EOFException e) {
            close();
            ended = true;
            return -1;
        }
    }

    private void end() {
        ended = true;
        if (closed || head.isLast()) {
            connection.close();
        } else {
            closed = true;
            keep.run();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            connection.close();
        }
    }
}
