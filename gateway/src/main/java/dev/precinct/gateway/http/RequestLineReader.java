package dev.precinct.gateway.http;

import io.helidon.common.buffers.DataReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes request lines readable that real CMX programs send: raw blanks and raw bytes beyond ASCII in path or query, which HTTP does not
 * allow and which Helidon splits at or loses. They are percent-encoded, as those programs meant them; all else stays as it came. Helidon
 * reads the request line, and nothing else, by {@link #readBytes}; a test with raw blanks tells when that changes.
 */
final class RequestLineReader extends DataReader {
    private static final byte[] VERSION = " HTTP/1.1".getBytes(StandardCharsets.US_ASCII);

    RequestLineReader(DataReader source) {
        super(() -> next(source));
    }

    private static byte @Nullable [] next(DataReader source) {
        try {
            source.ensureAvailable();
        } catch (InsufficientDataAvailableException e) {
            return null;
        }
        return source.readBytes(source.available());
    }

    @Override
    public byte[] readBytes(int length) {
        return repaired(super.readBytes(length));
    }

    static byte[] repaired(byte[] line) {
        int start = indexOf(line, ' ', 0) + 1;
        int end = line.length - VERSION.length;
        if (start == 0 || end < start || !endsWithVersion(line) || isClean(line, start, end)) {
            return line;
        }
        var out = new ByteArrayOutputStream(line.length + 32);
        out.write(line, 0, start);
        for (int i = start; i < end; i++) {
            int value = line[i] & 0xff;
            if (value == ' ' || value > 0x7e) {
                out.writeBytes("%%%02X".formatted(value).getBytes(StandardCharsets.US_ASCII));
            } else {
                out.write(value);
            }
        }
        out.write(line, end, VERSION.length);
        return out.toByteArray();
    }

    private static boolean endsWithVersion(byte[] line) {
        return java.util.Arrays.equals(line, line.length - VERSION.length, line.length, VERSION, 0, VERSION.length);
    }

    private static boolean isClean(byte[] line, int start, int end) {
        for (int i = start; i < end; i++) {
            if (line[i] == ' ' || line[i] < 0 || line[i] == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] line, char wanted, int from) {
        for (int i = from; i < line.length; i++) {
            if (line[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
