package dev.precinct.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that signs itself, and its key, both in PEM form.
 *
 * @param name its common name
 */
public record TestingCertificate(String name, String certificate, String key) {
    private static final char[] PASSWORD = "of-the-test".toCharArray();

    public static TestingCertificate made(Path folder, String name) {
        return made(folder, name, "san=dns:localhost,ip:127.0.0.1", "-validity", "30");
    }

    public static TestingCertificate expired(Path folder, String name) {
        return made(folder, name, "san=dns:localhost,ip:127.0.0.1", "-startdate", "-3d", "-validity", "1");
    }

    /** For {@code localhost} by that name and by no address. */
    public static TestingCertificate byName(Path folder, String name) {
        return made(folder, name, "san=dns:localhost", "-validity", "30");
    }

    /** By the JDK's own keytool, which is wherever a JDK is. */
    private static TestingCertificate made(Path folder, String name, String hosts, String... validity) {
        Path store = folder.resolve(name + ".p12");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                hosts,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(validity));
        try {
            Process keytool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile())
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve(name + ".log")));
            }
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            Key key = keys.getKey("it", PASSWORD);
            return new TestingCertificate(
                    name,
                    pem("CERTIFICATE", keys.getCertificate("it").getEncoded()),
                    pem("PRIVATE KEY", key.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    public TestingCertificate withKeyOf(TestingCertificate other) {
        return new TestingCertificate(name, certificate, other.key);
    }

    /** As a cluster changes a mounted Secret: into a new folder, and one link is put in place of the one before. */
    public void mount(Path folder) throws IOException {
        Path version = Files.createTempDirectory(Files.createDirectories(folder), "..version");
        Files.writeString(version.resolve("tls.crt"), certificate);
        Files.writeString(version.resolve("tls.key"), key);
        Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), version.getFileName());
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        for (String file : List.of("tls.crt", "tls.key")) {
            if (!Files.exists(folder.resolve(file))) {
                Files.createSymbolicLink(folder.resolve(file), Path.of("..data", file));
            }
        }
    }
}
