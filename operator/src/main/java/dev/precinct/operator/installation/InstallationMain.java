package dev.precinct.operator.installation;

import dev.precinct.operator.cluster.FabricClusterObjects;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.tenant.plan.PasswordSource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The chart's own steps, run as Jobs from the operator's image:
 *
 * <pre>
 * passwords [--postgresql=HOST:PORT] [--redis] [--simulator]   make the Secrets of what is bundled, those that are not there
 * apply FILE...                                                apply Tenants
 * check URL...                                                 exit with 0 if all of them answer 200
 * </pre>
 */
public final class InstallationMain {
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 64;
    private static final String POSTGRESQL = "--postgresql=";
    private static final Duration UNTIL_KNOWN = Duration.ofMinutes(1);
    private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(2);

    private final PrintStream out;

    InstallationMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new InstallationMain(System.out).run(List.of(arguments), System.getenv()));
    }

    int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.size() < 2) {
            return usage();
        }
        List<String> rest = arguments.subList(1, arguments.size());
        try {
            return switch (arguments.getFirst()) {
                case "passwords" -> passwords(rest, environment.getOrDefault("PRECINCT_NAMESPACE", "precinct-system"));
                case "apply" -> apply(rest);
                case "check" -> check(rest);
                default -> usage();
            };
        } catch (TenantException | UnusableSecretException | KubernetesClientException | IOException e) {
            out.println(e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int usage() {
        out.println("usage: passwords [--postgresql=HOST:PORT] [--redis] [--simulator] | apply FILE... | check URL...");
        return BAD_ARGUMENTS;
    }

    private int passwords(List<String> parts, String namespace) {
        var steps = new ArrayList<java.util.function.Consumer<PlatformSecrets>>();
        for (String part : parts) {
            if (part.startsWith(POSTGRESQL)) {
                var server = URI.create("postgresql://" + part.substring(POSTGRESQL.length()));
                if (server.getHost() == null || server.getPort() < 0) {
                    return usage();
                }
                steps.add(secrets -> secrets.ofPostgresql(server.getHost(), server.getPort()));
            } else if (part.equals("--redis")) {
                steps.add(PlatformSecrets::ofRedis);
            } else if (part.equals("--simulator")) {
                steps.add(PlatformSecrets::ofSimulator);
            } else {
                return usage();
            }
        }
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            var secrets = new PlatformSecrets(
                    new FabricClusterObjects(client, Clock.systemUTC()), namespace, PasswordSource.random());
            steps.forEach(step -> step.accept(secrets));
        }
        out.println("passwords are there in " + namespace);
        return 0;
    }

    private int apply(List<String> files) throws IOException, InterruptedException {
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            var manifests = new AppliedManifests(client, Clock.systemUTC());
            for (String file : files) {
                manifests.apply(Path.of(file), UNTIL_KNOWN).forEach(out::println);
            }
        }
        return 0;
    }

    private int check(List<String> urls) throws InterruptedException {
        boolean all = true;
        try (var answers = new Answers(Clock.systemUTC())) {
            for (String url : urls) {
                String said = answers.until200(URI.create(url), UNTIL_ANSWERED);
                out.println(url + ": " + said);
                all &= said.equals(Answers.GOOD);
            }
        }
        return all ? 0 : FAILED;
    }
}
