package dev.precinct.gateway.exchange;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of requests: 64 random bits, enough to find one in a log. They are no secret. */
final class RequestIds {
    private static final HexFormat HEX = HexFormat.of();

    private RequestIds() {}

    static String next() {
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
