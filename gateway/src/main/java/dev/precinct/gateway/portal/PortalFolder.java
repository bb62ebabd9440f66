package dev.precinct.gateway.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the file that a path of the portal means. Never one outside the folder, whatever the path or a link says. */
final class PortalFolder {
    private static final String INDEX = "index.html";

    private final Path folder;

    PortalFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * @param segments decoded
     * @param acceptedEncodings value of Accept-Encoding
     * @return index.html for a path without a file ending: the portal has pages of its own
     */
    Optional<PortalFile> find(List<String> segments, String acceptedEncodings) {
        String name = String.join("/", segments);
        boolean page = name.isEmpty() || segments.getLast().indexOf('.') < 0;
        return existing(page ? INDEX : name, acceptedEncodings);
    }

    private Optional<PortalFile> existing(String name, String acceptedEncodings) {
        if (inside(name).isEmpty()) {
            return Optional.empty();
        }
        if (accepts(acceptedEncodings, "br")) {
            var compressed = inside(name + ".br");
            if (compressed.isPresent()) {
                return Optional.of(new PortalFile(compressed.get(), name, "br"));
            }
        }
        if (accepts(acceptedEncodings, "gzip")) {
            var compressed = inside(name + ".gz");
            if (compressed.isPresent()) {
                return Optional.of(new PortalFile(compressed.get(), name, "gzip"));
            }
        }
        return inside(name).map(file -> new PortalFile(file, name, null));
    }

    private static boolean accepts(String acceptedEncodings, String encoding) {
        for (var part : acceptedEncodings.split(",")) {
            String text = part.strip();
            if (text.equals(encoding) || (text.startsWith(encoding + ";") && !text.endsWith("q=0"))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Path> inside(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            // A link may lead out although the name does not.
            return file.toRealPath().startsWith(folder.toRealPath()) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }
}
