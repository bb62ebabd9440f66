package dev.precinct.local.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Whether the gateway serves a tenant's host: asked at the loopback address, since the JDK does not resolve {@code *.localhost}. */
final class PortalProbe {
    private static final int TIMEOUT_MILLIS = 2_000;

    private PortalProbe() {}

    /** True when {@code GET /} is answered with 200. */
    static boolean answers(int port, String tenant) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String request = "GET / HTTP/1.1\r\nHost: " + tenant + ".localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String first = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return first.equals("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }
}
