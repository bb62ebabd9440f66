package dev.precinct.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts K3s in Docker, writes the administrator's kubeconfig to the file that is named, and serves until it is terminated. */
public final class K3sCluster {
    private static final String IMAGE = "rancher/k3s:v1.33.1-k3s1";
    private static final String ADMINISTRATOR = "precinct-tests";
    private static final String NAMESPACE = "kube-system";
    private static final Pattern AUTHORITY = Pattern.compile("certificate-authority-data: *\"?([A-Za-z0-9+/=]+)");
    private static final Pattern SERVER = Pattern.compile("server: *\"?(https://[^\"\\s]+)");

    private K3sCluster() {}

    /** @param arguments the file to write; {@code PRECINCT_K3S_IMAGE} in the environment names another image of K3s */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("the file of the kubeconfig, and nothing else, is to be named");
        }
        String image = Objects.requireNonNullElse(System.getenv("PRECINCT_K3S_IMAGE"), IMAGE);
        try (var k3s = new K3sContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("rancher/k3s"))) {
            // Whoever terminates this process must not leave the container behind.
            Runtime.getRuntime().addShutdownHook(new Thread(k3s::stop, "stop k3s"));
            k3s.start();
            write(Path.of(arguments[0]), kubeconfig(k3s.getKubeConfigYaml(), token(k3s)));
            new CountDownLatch(1).await();
        }
    }

    /** K3s gives its administrator a key on an elliptic curve in a form that Java reads by an extra library only: a token needs none. */
    private static String token(K3sContainer k3s) throws IOException, InterruptedException {
        run(k3s, "create", "serviceaccount", ADMINISTRATOR, "--namespace", NAMESPACE);
        run(
                k3s,
                "create",
                "clusterrolebinding",
                ADMINISTRATOR,
                "--clusterrole",
                "cluster-admin",
                "--serviceaccount",
                NAMESPACE + ":" + ADMINISTRATOR);
        return run(k3s, "create", "token", ADMINISTRATOR, "--namespace", NAMESPACE, "--duration", "12h")
                .strip();
    }

    private static String run(K3sContainer k3s, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "kubectl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        var result = k3s.execInContainer(command);
        if (result.getExitCode() != 0) {
            throw new IllegalStateException("kubectl " + arguments[0] + " " + arguments[1] + ": " + result.getStderr());
        }
        return result.getStdout();
    }

    private static String kubeconfig(String given, String token) {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: k3s
                  cluster:
                    server: %s
                    certificate-authority-data: %s
                users:
                - name: k3s
                  user:
                    token: %s
                contexts:
                - name: k3s
                  context: { cluster: k3s, user: k3s, namespace: default }
                current-context: k3s
                """.formatted(found(SERVER, given), found(AUTHORITY, given), token);
    }

    private static String found(Pattern wanted, String kubeconfig) {
        var matcher = wanted.matcher(kubeconfig);
        if (!matcher.find()) {
            throw new IllegalStateException("the kubeconfig of K3s has no " + wanted);
        }
        return matcher.group(1);
    }

    /** Renamed when whole: whoever waits for the file never reads half of it. */
    private static void write(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
