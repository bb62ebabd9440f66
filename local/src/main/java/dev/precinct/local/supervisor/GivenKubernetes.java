package dev.precinct.local.supervisor;

import dev.precinct.local.home.Home;
import dev.precinct.local.node.ReplicaRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A cluster that the caller named by {@code KUBECONFIG}; it is neither started nor stopped here. */
final class GivenKubernetes implements KubernetesServer {
    private final Home home;
    private final Path given;

    GivenKubernetes(Home home, Path given) {
        this.home = home;
        this.given = given;
    }

    @Override
    public void start() {
        try {
            Files.deleteIfExists(home.kubeconfig());
            Files.createSymbolicLink(home.kubeconfig(), given.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<ReplicaRecords.Entry> check() {
        return Optional.empty();
    }

    @Override
    public Path kubeconfig() {
        return home.kubeconfig();
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
