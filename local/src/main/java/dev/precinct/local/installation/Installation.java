package dev.precinct.local.installation;

import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import dev.precinct.local.home.Home;
import dev.precinct.local.home.Passwords;
import dev.precinct.local.home.Ports;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.servers.PostgresServer;
import dev.precinct.local.servers.RedisServer;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies the platform itself: definition of Tenant, rights, Secrets, and the Deployments of operator, gateway and simulator. */
public final class Installation {
    public static final String NAMESPACE = "precinct-system";
    public static final String SIMULATOR_USER = "precinct";
    private static final String FIELD_MANAGER = "precinct-up";

    private final Home home;
    private final Ports ports;
    private final Passwords passwords;

    public Installation(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
        this.passwords = new Passwords(home);
    }

    /** Applies all of it; what is already so is not written again. */
    public void apply(KubernetesClient client, SimulatorOptions simulator) {
        apply(
                client,
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build());
        apply(client, TenantCrd.definition());
        objects(simulator).forEach(object -> apply(client, object));
    }

    private static void apply(KubernetesClient client, HasMetadata object) {
        var context = new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(FIELD_MANAGER)
                .withForce(true)
                .build();
        client.resource(object).patch(context);
    }

    /** In the order in which they must be applied. */
    List<HasMetadata> objects(SimulatorOptions simulator) {
        var all = new ArrayList<HasMetadata>();
        for (String unit : new String[] {"operator", "gateway"}) {
            all.addAll(parse(read(home.installed().resolve(unit).resolve("src/main/kubernetes/rbac.yaml"))));
        }
        parse(filledIn(manifest()))
                .forEach(object ->
                        all.add(object instanceof Deployment deployment ? with(deployment, simulator) : object));
        return all;
    }

    private static Deployment with(Deployment deployment, SimulatorOptions simulator) {
        if (!deployment.getMetadata().getName().equals("simulator")) {
            return deployment;
        }
        var pod = deployment.getSpec().getTemplate().getSpec();
        var container = new ContainerBuilder(pod.getContainers().getFirst());
        simulator
                .environment()
                .forEach((name, value) ->
                        container.addNewEnv().withName(name).withValue(value).endEnv());
        var edited = new DeploymentBuilder(deployment).editSpec().editTemplate().editSpec();
        if (simulator.recorded() != null) {
            container
                    .addNewVolumeMount()
                    .withName("recorded")
                    .withMountPath(SimulatorOptions.MOUNT)
                    .endVolumeMount();
            edited.addNewVolume()
                    .withName("recorded")
                    .withNewHostPath()
                    .withPath(simulator.recorded().toString())
                    .endHostPath()
                    .endVolume();
        }
        return edited.withContainers(container.build())
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private String filledIn(String manifest) {
        String text = manifest.replaceFirst("^#[^\n]*\n", "");
        for (var value : values().entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        if (text.contains("${")) {
            throw new IllegalStateException("the manifest has a name that nothing fills in");
        }
        return text;
    }

    private Map<String, String> values() {
        var values = new TreeMap<String, String>();
        values.put("postgres.port", Integer.toString(ports.of("postgres")));
        values.put("postgres.username", PostgresServer.ADMIN);
        values.put("postgres.password", passwords.of("postgres-admin"));
        values.put("redis.port", Integer.toString(ports.of("redis")));
        values.put("redis.admin.username", RedisServer.ADMIN);
        values.put("redis.admin.password", passwords.of("redis-admin"));
        values.put("redis.gateway.username", RedisServer.GATEWAY);
        values.put("redis.gateway.password", passwords.of("redis-gateway"));
        values.put("simulator.username", SIMULATOR_USER);
        values.put("simulator.password", simulatorPassword());
        values.put("simulator.api.password", passwords.of("simulator-api"));
        values.put("gateway.port", Integer.toString(ports.gateway()));
        values.put("simulator.port", Integer.toString(ports.simulator()));
        values.put("addresses", home.addresses().toString());
        values.put("portal", home.installed().resolve("frontend/dist").toString());
        return values;
    }

    public String simulatorPassword() {
        return passwords.of("simulator");
    }

    private static List<HasMetadata> parse(String yaml) {
        var objects = new ArrayList<HasMetadata>();
        for (String document : yaml.split("(?m)^---\\s*$")) {
            if (!document.isBlank()) {
                objects.add(Serialization.unmarshal(document));
            }
        }
        return objects;
    }

    private static String manifest() {
        try (InputStream in = Installation.class.getResourceAsStream("/manifests/precinct.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the manifest is missing in the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserMustActException("can't read " + file + ": is the checkout whole?", e);
        }
    }
}
