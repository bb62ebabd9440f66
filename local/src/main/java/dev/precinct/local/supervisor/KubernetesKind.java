package dev.precinct.local.supervisor;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Which Kubernetes API an installation has. Chosen at the first start and kept, since the objects live in it. */
public enum KubernetesKind {
    EMBEDDED,
    REAL;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cluster that the caller named, for {@link #REAL}. */
    static Optional<Path> given() {
        String path = System.getenv("KUBECONFIG");
        return path == null || path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
