package dev.precinct.runtime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that signs itself, so that it is its own authority, for {@code localhost} by that name and by no address.
 *
 * @param certificate file in PEM form
 * @param key file in PEM form that only its owner may read
 */
public record TestingCertificate(Path certificate, Path key) {
    private static final char[] PASSWORD = "of-the-test".toCharArray();

    public static TestingCertificate made() {
        try {
            Path folder = Files.createTempDirectory("certificate");
            Path store = folder.resolve("store.p12");
            keytool(folder, store);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            var made = new TestingCertificate(folder.resolve("tls.crt"), folder.resolve("tls.key"));
            Files.writeString(
                    made.certificate,
                    pem("CERTIFICATE", keys.getCertificate("it").getEncoded()));
            Files.createFile(
                    made.key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    made.key, pem("PRIVATE KEY", keys.getKey("it", PASSWORD).getEncoded()));
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    public String text() {
        try {
            return Files.readString(certificate);
        } catch (IOException e) {
            throw new IllegalStateException("a certificate that was made can't be read", e);
        }
    }

    /** For a server that shows it. */
    public SSLContext server() {
        try {
            var keys =
                    KeyStore.getInstance(certificate.resolveSibling("store.p12").toFile(), PASSWORD);
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was made can't be used", e);
        }
    }

    private static void keytool(Path folder, Path store) throws IOException {
        var keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=server of the test",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException(Files.readString(folder.resolve("log")));
        }
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }
}
