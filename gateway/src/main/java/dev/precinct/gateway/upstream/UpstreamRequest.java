package dev.precinct.gateway.upstream;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/**
 * A request to a runtime.
 *
 * @param target raw path and query, sent as it is
 * @param headers without framing: Host, Content-Length and Transfer-Encoding are the client's business
 * @param timeLimit until the answer begins, and between two parts of it
 * @param streaming no limit between parts of the answer
 */
public record UpstreamRequest(
        String method, String target, List<HeaderField> headers, Body body, Duration timeLimit, boolean streaming) {

    /** What is sent after the headers. */
    public sealed interface Body {
        /** Nothing. */
        record Empty() implements Body {}

        /** Known bytes, sent in one piece with the headers. */
        record Bytes(byte[] bytes) implements Body {
            @Override
            public String toString() {
                return "Bytes[" + bytes.length + "]";
            }
        }

        /** @param length −1 when unknown: sent in chunks */
        record Stream(InputStream in, long length) implements Body {}
    }

    /** Whether the request may be sent a second time when a kept connection turns out to be dead. */
    boolean isRepeatable() {
        return !(body instanceof Body.Stream)
                && (method.equals("GET") || method.equals("HEAD") || method.equals("PUT") || method.equals("DELETE"));
    }
}
