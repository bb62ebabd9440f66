package dev.precinct.local.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ports of one installation: the gateway's and the simulator's are fixed by {@code PRECINCT_PORT}, the others are picked once and kept, so
 * that a restart finds every unit where its peers expect it.
 */
public final class Ports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final int gateway;

    public Ports(Home home, int gateway) {
        this.file = home.folder().resolve("ports.json");
        this.gateway = gateway;
    }

    public int gateway() {
        return gateway;
    }

    public int simulator() {
        return gateway + 1;
    }

    /** The port that this unit had before, or a free one. Read again each time: the supervisor and the commands both ask. */
    public synchronized int of(String unit) {
        Integer before = read(file).get(unit);
        return before != null ? before : pickAgain(unit);
    }

    /** A free port in place of one that somebody else took meanwhile. */
    public synchronized int pickAgain(String unit) {
        int port = free();
        Map<String, Integer> picked = read(file);
        picked.put(unit, port);
        try {
            AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(picked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return port;
    }

    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on this machine", e);
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Integer> read(Path file) {
        try {
            var ports = new TreeMap<String, Integer>();
            if (Files.exists(file)) {
                JSON.readTree(file.toFile())
                        .properties()
                        .forEach(entry ->
                                ports.put(entry.getKey(), entry.getValue().asInt()));
            }
            return ports;
        } catch (IOException e) {
            throw new UserMustActException(file + " is damaged: delete it, and ports are picked again", e);
        }
    }
}
