package dev.precinct.local.kubernetes.tls;

import dev.precinct.local.process.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Makes certificates with the JDK's program: the JDK has no public class that signs one. */
final class Keytool {
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final Duration CLOCK_LEEWAY = Duration.ofHours(1);
    private static final String SECRET_VARIABLE = "PRECINCT_STORE_PASSWORD";
    private static final int SECRET_LENGTH = 18;
    private static final DateTimeFormatter START_DATE =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Path store;
    private final String secret;
    private final Instant start;

    private Keytool(Path folder, Instant start) {
        byte[] bytes = new byte[SECRET_LENGTH];
        new SecureRandom().nextBytes(bytes);
        this.store = folder.resolve("keys.p12");
        this.secret = Base64.getUrlEncoder().encodeToString(bytes);
        this.start = start;
    }

    /** A new authority and a server's certificate signed by it, good for a year from now. */
    static ServerCertificate make(Instant now) throws IOException {
        Path folder = Files.createTempDirectory("precinct-tls");
        Keytool keytool = new Keytool(folder, now.minus(CLOCK_LEEWAY));
        try {
            keytool.generate(
                    "authority",
                    "Precinct on this machine",
                    "-ext",
                    "bc:c=ca:true,pathlen:0",
                    "-ext",
                    "ku:c=keyCertSign");
            keytool.generate(
                    "server",
                    "localhost",
                    "-signer",
                    "authority",
                    "-ext",
                    "san=ip:127.0.0.1,dns:localhost",
                    "-ext",
                    "ku:c=digitalSignature",
                    "-ext",
                    "eku=serverAuth");
            return keytool.read();
        } catch (GeneralSecurityException e) {
            throw new IOException("what keytool made cannot be read", e);
        } finally {
            Files.deleteIfExists(keytool.store);
            Files.deleteIfExists(folder);
        }
    }

    private void generate(String alias, String commonName, String... more) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        // At the lowest priority: it runs beside units that start, and nobody waits for it.
        List<String> command = new ArrayList<>(
                List.of("nice", "-n", "19", keytool, "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair"));
        command.addAll(List.of("-alias", alias, "-keyalg", Pem.KEY_ALGORITHM, "-groupname", "secp256r1"));
        command.addAll(List.of("-dname", "CN=" + commonName, "-startdate", START_DATE.format(start)));
        command.addAll(List.of("-validity", Long.toString(LIFETIME.toDays())));
        command.addAll(
                List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass:env", SECRET_VARIABLE));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(SECRET_VARIABLE, secret);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = ExitCode.of(process, "keytool made a certificate");
        if (code != 0) {
            throw new IOException("keytool ended with " + code + ": " + said.strip());
        }
    }

    private ServerCertificate read() throws IOException, GeneralSecurityException {
        char[] password = secret.toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        return new ServerCertificate(
                (PrivateKey) keys.getKey("server", password),
                (X509Certificate) keys.getCertificate("server"),
                (X509Certificate) keys.getCertificate("authority"));
    }
}
