package dev.precinct.simulator.rawhttp;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Repairs a request line that holds raw spaces in its path or query. */
final class RequestLine {
    private static final List<String> METHODS = List.of("GET ", "PUT ", "POST ", "DELETE ", "HEAD ");
    private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

    private RequestLine() {}

    /** The same bytes where they do not begin with a request line, or where nothing needs repair. */
    static byte[] repaired(byte[] bytes) {
        var begin = targetBegins(bytes);
        var end = begin < 0 ? -1 : versionBegins(bytes, begin);
        var spaces = 0;
        for (var index = begin; index >= 0 && index < end; index++) {
            spaces += bytes[index] == ' ' ? 1 : 0;
        }
        if (spaces == 0) {
            return bytes;
        }
        var result = new byte[bytes.length + 2 * spaces];
        var length = 0;
        for (var index = 0; index < bytes.length; index++) {
            if (index >= begin && index < end && bytes[index] == ' ') {
                result[length++] = '%';
                result[length++] = '2';
                result[length++] = '0';
            } else {
                result[length++] = bytes[index];
            }
        }
        return result;
    }

    private static int targetBegins(byte[] bytes) {
        for (var method : METHODS) {
            if (startsWith(bytes, 0, method.getBytes(StandardCharsets.US_ASCII))) {
                return method.length();
            }
        }
        return -1;
    }

    private static int versionBegins(byte[] bytes, int from) {
        for (var index = from; index < bytes.length && bytes[index] != '\r'; index++) {
            if (startsWith(bytes, index, VERSION)) {
                return index;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] part) {
        if (from + part.length > bytes.length) {
            return false;
        }
        for (var index = 0; index < part.length; index++) {
            if (bytes[from + index] != part[index]) {
                return false;
            }
        }
        return true;
    }
}
