package dev.precinct.operator.tenant.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.network.ServerAddress;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.testing.TenantFixtures;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuntimeResourcesTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);
    private static final Path CONTRACT = Path.of("../tenant-runtime/contract/runtime-contract.yaml");

    @Test
    void aTenantWithCmxGetsEverySettingOfTheContractAndNoOther() throws IOException {
        assertThat(ours(environment(TenantFixtures.full())))
                .isEqualTo(settings(Set.of("always", "cmx", "notifications")));
    }

    @Test
    void aTenantWithoutCmxGetsNoSettingOfIt() throws IOException {
        assertThat(ours(environment(TenantFixtures.smallest()))).isEqualTo(settings(Set.of("always")));
    }

    @Test
    void withoutNotificationsNothingSaysWhereTheyGo() throws IOException {
        assertThat(ours(environment(TenantFixtures.withoutNotifications(TenantFixtures.full()))))
                .isEqualTo(settings(Set.of("always", "cmx")));
    }

    @Test
    void portsAndProbesAreThoseOfTheContract() throws IOException {
        JsonNode contract = contract();
        Container container = container(TenantFixtures.full());

        container
                .getPorts()
                .forEach(port -> assertThat(port.getContainerPort())
                        .isEqualTo(contract.at("/ports/" + port.getName() + "/default")
                                .asInt()));
        assertThat(container.getReadinessProbe().getHttpGet().getPath())
                .isEqualTo(contract.at("/paths/ready").asText());
        assertThat(container.getLivenessProbe().getHttpGet().getPath())
                .isEqualTo(contract.at("/paths/live").asText());
    }

    @Test
    void everyPathInTheEnvironmentLiesUnderAMountAndEveryMountHasItsVolume() {
        var pod = deployment(TenantFixtures.full()).getSpec().getTemplate().getSpec();
        var mounts = pod.getContainers().getFirst().getVolumeMounts().stream()
                .map(VolumeMount::getMountPath)
                .toList();

        pod.getContainers().getFirst().getEnv().stream()
                .filter(variable -> variable.getValue().startsWith("/"))
                .forEach(variable ->
                        assertThat(mounts).anyMatch(mount -> variable.getValue().startsWith(mount)));
        assertThat(pod.getVolumes().stream().map(Volume::getName))
                .containsExactlyInAnyOrderElementsOf(pod.getContainers().getFirst().getVolumeMounts().stream()
                        .map(VolumeMount::getName)
                        .toList());
        assertThat(mounts).contains("/tmp");
    }

    @Test
    void thePodIsRestricted() {
        String yaml = Serialization.asYaml(deployment(TenantFixtures.full()));

        assertThat(yaml)
                .contains(
                        "runAsNonRoot: true",
                        "readOnlyRootFilesystem: true",
                        "allowPrivilegeEscalation: false",
                        "type: \"RuntimeDefault\"",
                        "automountServiceAccountToken: false")
                .doesNotContain("secretKeyRef", "hostPath", "privileged");
    }

    @Test
    void theCredentialsOfCmxMayComeLater() {
        var volumes = deployment(TenantFixtures.full())
                .getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes();

        assertThat(volumes)
                .filteredOn(volume -> volume.getSecret() != null
                        && Boolean.TRUE.equals(volume.getSecret().getOptional()))
                .extracting(Volume::getName)
                .containsExactly("cmx");
    }

    @Test
    void theServiceFindsThePodsByNamedPorts() {
        var service = RuntimeResources.service(NAMES).getSpec();

        assertThat(deployment(TenantFixtures.full())
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels())
                .containsAllEntriesOf(service.getSelector());
        assertThat(service.getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .containsExactly("http", "health");
    }

    private static Set<String> ours(Map<String, String> environment) {
        var keys = new TreeSet<>(environment.keySet());
        keys.remove("JAVA_TOOL_OPTIONS");
        return keys;
    }

    private static Map<String, String> environment(TenantSpec spec) {
        return RuntimeEnvironment.of(
                NAMES, new EffectiveSpec(spec), TenantFixtures.SETTINGS, new ServerAddress("postgres", 5432));
    }

    private static Deployment deployment(TenantSpec spec) {
        return RuntimeResources.deployment(NAMES, "image", environment(spec));
    }

    private static Container container(TenantSpec spec) {
        return deployment(spec)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static Set<String> settings(Set<String> needs) throws IOException {
        var names = new TreeSet<String>();
        contract().path("settings").forEach(setting -> {
            if (needs.contains(setting.path("need").asText())) {
                names.add(setting.path("name").asText());
            }
        });
        return names;
    }

    private static JsonNode contract() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(CONTRACT.toFile());
    }
}
