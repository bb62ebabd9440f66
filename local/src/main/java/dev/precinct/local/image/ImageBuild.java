package dev.precinct.local.image;

import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.image.archive.ImageArchive;
import dev.precinct.local.image.base.BaseImage;
import dev.precinct.local.image.server.ServerImages;
import dev.precinct.local.image.training.Training;
import dev.precinct.local.servers.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** Builds the images of this checkout into a folder: the base first, where it is made here, then each unit's own layers by Jib. */
public final class ImageBuild {
    /** The units that run in a cluster. */
    public static final List<String> UNITS = List.of("operator", "gateway", "tenant-runtime", "cmx-simulator");

    private final Path checkout;
    private final Path folder;
    private final Consumer<String> progress;

    /**
     * @param folder where the archives go
     * @param progress told what is being done
     */
    public ImageBuild(Path checkout, Path folder, Consumer<String> progress) {
        this.checkout = checkout;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * @param units some of {@link #UNITS}
     * @return the archives, in their order
     * @throws UserMustActException when something that it needs is missing, or Maven fails; the message says what
     */
    public List<Path> run(Base base, List<String> units) throws IOException {
        requireFolder();
        if (units.contains("gateway")) {
            requirePortal();
        }
        String name = baseForJib(base);
        progress.accept("the units' own layers, by Jib");
        new MavenBuild(checkout, folder).packageImages(units, name);
        List<Path> archives = units.stream().map(this::archiveOf).toList();
        for (Path archive : archives) {
            ImageArchive.open(archive).close();
        }
        return archives;
    }

    /** Gives the images, all of which have been built, an AOT cache each. */
    public void addCaches() throws IOException {
        progress.accept("AOT caches, trained by a run of the platform from these images");
        Path work = emptied("training");
        var archives = new LinkedHashMap<String, Path>();
        UNITS.forEach(unit -> archives.put(unit, archiveOf(unit)));
        new Training(checkout, work).addCaches(archives);
        Folders.delete(work);
    }

    /** The servers that the chart may bring along. */
    public List<Path> servers() throws IOException {
        progress.accept("PostgreSQL and Redis, of this machine's programs");
        Path work = emptied("servers");
        List<Path> archives = new ServerImages(folder, work).write();
        Folders.delete(work);
        return archives;
    }

    private Path emptied(String name) throws IOException {
        Path work = folder.resolve(name);
        Folders.delete(work);
        return Files.createDirectories(work);
    }

    private Path archiveOf(String unit) {
        return folder.resolve("precinct-" + unit + ".tar");
    }

    private String baseForJib(Base base) throws IOException {
        return switch (base) {
            case Base.Linked() -> "tar://" + linked();
            case Base.Archive(Path file) -> {
                ImageArchive.open(file).close();
                yield "tar://" + file;
            }
            case Base.Named(String name) -> name;
        };
    }

    private Path linked() throws IOException {
        progress.accept("the base: Java " + Runtime.version().feature() + " linked from "
                + System.getProperty("java.home") + ", and the C library of this machine");
        Path archive = folder.resolve("base.tar");
        Path work = emptied("base");
        new BaseImage(Path.of(System.getProperty("java.home"))).writeTo(archive, work);
        Folders.delete(work);
        return archive;
    }

    private void requireFolder() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".writable", ""));
        } catch (IOException e) {
            throw new UserMustActException(
                    "can't write to " + folder + ": give this user the right to, or name another folder with --target",
                    e);
        }
    }

    private void requirePortal() {
        Path portal = checkout.resolve("frontend/dist/index.html");
        if (!Files.exists(portal)) {
            throw new UserMustActException(
                    "the portal, which the gateway's image holds, is not built (no " + portal + "): ./precinct build");
        }
    }
}
