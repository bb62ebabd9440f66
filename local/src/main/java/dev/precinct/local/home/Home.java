package dev.precinct.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything of one installation, {@code PRECINCT_HOME}.
 *
 * @param folder absolute
 * @param installed root of the built program: the checkout
 */
public record Home(Path folder, Path installed) {

    /** @throws UserMustActException when the folder can't be made or written */
    public static Home open(Path folder, Path installed) {
        var home = new Home(
                folder.toAbsolutePath().normalize(), installed.toAbsolutePath().normalize());
        for (Path each :
                new Path[] {home.folder, home.run(), home.log(), home.secrets(), home.volumes(), home.addresses()}) {
            makeFolder(each);
        }
        if (!Files.isWritable(home.folder)) {
            throw notWritable(home.folder, null);
        }
        return home;
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    private static UserMustActException notWritable(Path folder, @org.jspecify.annotations.Nullable Throwable cause) {
        return new UserMustActException(
                "can't write to " + folder + ": give this user the right to, or set PRECINCT_HOME to another folder",
                cause);
    }

    public Path run() {
        return folder.resolve("run");
    }

    public Path log() {
        return folder.resolve("log");
    }

    public Path secrets() {
        return folder.resolve("secrets");
    }

    /** Files of Secrets and ConfigMaps that processes have mounted. */
    public Path volumes() {
        return folder.resolve("volumes");
    }

    /** Where the operator and the gateway find processes: see {@code LocalAddresses}. */
    public Path addresses() {
        return run().resolve("addresses");
    }

    public Path postgres() {
        return folder.resolve("postgres");
    }

    public Path redis() {
        return folder.resolve("redis");
    }

    public Path kubernetes() {
        return folder.resolve("kubernetes");
    }

    /** The administrator's access to the Kubernetes API, for people and their programs; with TLS. */
    public Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    /** The same without TLS, for our own programs: it is there earlier. Only the embedded API has it. */
    public Path plainKubeconfig() {
        return run().resolve("plain.kubeconfig");
    }

    /** Log of a unit such as {@code gateway} or {@code acme/runtime}. */
    public Path logOf(String unit) {
        return log().resolve(unit.replace('/', '_') + ".log");
    }
}
