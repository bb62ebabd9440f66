package dev.precinct.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/** A K3s in Docker for the tests with a real API server: writes its kubeconfig to the file of the first argument and runs until it is killed. */
final class K3sCluster {
    private static final DockerImageName IMAGE = DockerImageName.parse("rancher/k3s:v1.34.1-k3s1");

    private K3sCluster() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path kubeconfig = Path.of(arguments[0]).toAbsolutePath();
        try (var cluster = new K3sContainer(IMAGE)) {
            cluster.start();
            // Whoever waits for the file must find it whole.
            Path beside = kubeconfig.resolveSibling(kubeconfig.getFileName() + ".new");
            Files.writeString(beside, cluster.getKubeConfigYaml());
            Files.move(beside, kubeconfig, StandardCopyOption.ATOMIC_MOVE);
            new CountDownLatch(1).await();
        }
    }
}
