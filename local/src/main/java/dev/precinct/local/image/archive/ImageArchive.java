package dev.precinct.local.image.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.home.UserMustActException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** An archive with images, open for reading. */
public final class ImageArchive implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final TarFile tar;
    private final List<ImageManifest> images;

    private ImageArchive(Path file, TarFile tar, List<ImageManifest> images) {
        this.file = file;
        this.tar = tar;
        this.images = images;
    }

    /** @throws UserMustActException when there is no such file, or it is none that {@code docker save} or Jib writes */
    public static ImageArchive open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserMustActException("no such image archive: " + file);
        }
        TarFile tar;
        try {
            tar = new TarFile(file);
        } catch (IOException e) {
            throw noArchive(file, e);
        }
        try {
            var images = JSON.readValue(read(tar, ImageManifest.FILE), new TypeReference<List<ImageManifest>>() {});
            return new ImageArchive(file, tar, List.copyOf(images));
        } catch (IOException e) {
            tar.close();
            throw noArchive(file, e);
        }
    }

    private static UserMustActException noArchive(Path file, IOException cause) {
        return new UserMustActException(
                file + " is no image archive: it needs a " + ImageManifest.FILE + ", as docker save and Jib write it",
                cause);
    }

    public List<ImageManifest> images() {
        return images;
    }

    /** How the image is run: user, entrypoint, environment, labels; and the digests of its layers. */
    public JsonNode config(ImageManifest image) throws IOException {
        return JSON.readTree(configBytes(image));
    }

    byte[] configBytes(ImageManifest image) throws IOException {
        return read(tar, image.config());
    }

    /** Content of a layer as it is in the archive: compressed, or not. */
    public InputStream layer(String name) throws IOException {
        return tar.getInputStream(entry(tar, name));
    }

    long sizeOfLayer(String name) throws IOException {
        return entry(tar, name).getSize();
    }

    private static byte[] read(TarFile tar, String name) throws IOException {
        try (InputStream in = tar.getInputStream(entry(tar, name))) {
            return in.readAllBytes();
        }
    }

    private static TarArchiveEntry entry(TarFile tar, String name) throws FileNotFoundException {
        return tar.getEntries().stream()
                .filter(entry -> entry.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException(name + " is not in the archive"));
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
