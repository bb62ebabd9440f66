package dev.precinct.tenancy.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * On one machine: the node writes {@code <folder>/<namespace>/runtime}, a line {@code <port name>=<host>:<port>} for each port of a ready
 * process, replaces the file by rename, and removes it when none is ready. Read for each look-up: it is one small file in memory, and
 * nothing can be stale.
 */
public final class LocalAddresses implements RuntimeAddresses {
    private final Path folder;

    public LocalAddresses(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<InetSocketAddress> find(String namespace, String port) {
        try {
            return Files.readAllLines(folder.resolve(namespace).resolve(SERVICE)).stream()
                    .filter(line -> line.startsWith(port + "="))
                    .findFirst()
                    .map(line -> line.substring(port.length() + 1))
                    .map(LocalAddresses::parsed);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress parsed(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return InetSocketAddress.createUnresolved(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }
}
