package dev.precinct.operator.tenant.resources;

import dev.precinct.operator.naming.TenantNames;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The runtime of a tenant: its Deployment and its Service. */
public final class RuntimeResources {
    static final int HTTP_PORT = 8080;
    static final int HEALTH_PORT = 8081;

    /** Until gateways know that it goes. */
    private static final long SECONDS_UNTIL_NOBODY_COMES = 2;

    private static final long USER = 10_001;
    private static final String TEMPORARY = "tmp";
    private static final List<String> MOUNTED_SECRETS = List.of(
            TenantNames.ASSERTION_KEYS,
            TenantNames.CMX,
            TenantNames.DATABASE,
            TenantNames.NOTIFICATIONS,
            TenantNames.REDIS,
            TenantNames.USER_PASSWORDS);

    private RuntimeResources() {}

    /** Without replicas: those are changed by themselves, and an apply would put them back. */
    public static Deployment deployment(TenantNames names, String image, Map<String, String> environment) {
        return Drift.marked(new DeploymentBuilder()
                .withNewMetadata()
                .withName(TenantNames.RUNTIME)
                .withNamespace(names.namespace())
                .withLabels(names.runtimeLabels())
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(names.runtimeSelector())
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(new IntOrString(1))
                .withMaxUnavailable(new IntOrString(0))
                .endRollingUpdate()
                .endStrategy()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(names.runtimeLabels())
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(TenantNames.RUNTIME)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(20L)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(USER)
                .withRunAsGroup(USER)
                .withFsGroup(USER)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withContainers(container(image, environment))
                .withVolumes(volumes())
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
    }

    public static Service service(TenantNames names) {
        return Drift.marked(new ServiceBuilder()
                .withNewMetadata()
                .withName(RuntimeAddresses.SERVICE)
                .withNamespace(names.namespace())
                .withLabels(names.runtimeLabels())
                .endMetadata()
                .withNewSpec()
                .withType("ClusterIP")
                .withSelector(names.runtimeSelector())
                .addNewPort()
                .withName(RuntimeAddresses.HTTP)
                .withProtocol("TCP")
                .withPort(HTTP_PORT)
                .withTargetPort(new IntOrString(RuntimeAddresses.HTTP))
                .endPort()
                .addNewPort()
                .withName(RuntimeAddresses.HEALTH)
                .withProtocol("TCP")
                .withPort(HEALTH_PORT)
                .withTargetPort(new IntOrString(RuntimeAddresses.HEALTH))
                .endPort()
                .endSpec()
                .build());
    }

    private static Container container(String image, Map<String, String> environment) {
        return new ContainerBuilder()
                .withName(TenantNames.RUNTIME)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withEnv(environment.entrySet().stream()
                        .map(entry -> new EnvVar(entry.getKey(), entry.getValue(), null))
                        .toList())
                .addNewPort()
                .withName(RuntimeAddresses.HTTP)
                .withContainerPort(HTTP_PORT)
                .withProtocol("TCP")
                .endPort()
                .addNewPort()
                .withName(RuntimeAddresses.HEALTH)
                .withContainerPort(HEALTH_PORT)
                .withProtocol("TCP")
                .endPort()
                // Requests that are on their way still find it; then it ends those that it has.
                .withNewLifecycle()
                .withNewPreStop()
                .withNewSleep(SECONDS_UNTIL_NOBODY_COMES)
                .endPreStop()
                .endLifecycle()
                .withStartupProbe(probe("/health/live", 1, 60))
                .withReadinessProbe(probe("/health/ready", 2, 3))
                .withLivenessProbe(probe("/health/live", 10, 3))
                .withNewResources()
                .addToRequests("cpu", new Quantity("50m"))
                .addToRequests("memory", new Quantity("320Mi"))
                .addToLimits("memory", new Quantity("768Mi"))
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .withVolumeMounts(mounts())
                .build();
    }

    private static Probe probe(String path, int everySeconds, int failures) {
        return new ProbeBuilder()
                .withNewHttpGet()
                .withPath(path)
                .withPort(new IntOrString(RuntimeAddresses.HEALTH))
                .withScheme("HTTP")
                .endHttpGet()
                .withPeriodSeconds(everySeconds)
                .withTimeoutSeconds(2)
                .withFailureThreshold(failures)
                .build();
    }

    private static List<VolumeMount> mounts() {
        var mounts = new ArrayList<VolumeMount>();
        mounts.add(mount(TenantNames.PERMISSIONS));
        MOUNTED_SECRETS.forEach(secret -> mounts.add(mount(secret)));
        mounts.add(new VolumeMountBuilder()
                .withName(TEMPORARY)
                .withMountPath("/tmp")
                .build());
        return mounts;
    }

    private static VolumeMount mount(String name) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(RuntimeEnvironment.MOUNTS + name)
                .withReadOnly(true)
                .build();
    }

    private static List<Volume> volumes() {
        var volumes = new ArrayList<Volume>();
        volumes.add(new VolumeBuilder()
                .withName(TenantNames.PERMISSIONS)
                .withNewConfigMap()
                .withName(TenantNames.PERMISSIONS)
                .endConfigMap()
                .build());
        MOUNTED_SECRETS.forEach(secret -> volumes.add(secretVolume(secret)));
        volumes.add(new VolumeBuilder()
                .withName(TEMPORARY)
                .withNewEmptyDir()
                .endEmptyDir()
                .build());
        return volumes;
    }

    /** CMX's credentials may be missing, come later or never: the runtime starts without. */
    private static Volume secretVolume(String secret) {
        return new VolumeBuilder()
                .withName(secret)
                .withNewSecret()
                .withSecretName(secret)
                .withOptional(secret.equals(TenantNames.CMX) ? Boolean.TRUE : null)
                .endSecret()
                .build();
    }
}
