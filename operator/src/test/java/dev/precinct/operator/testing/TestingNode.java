package dev.precinct.operator.testing;

import dev.precinct.crd.meta.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says of every runtime's pod that it is ready, as a kubelet would: the controllers of the cluster do the rest. */
public final class TestingNode implements AutoCloseable {
    private final KubernetesClient client;
    private final SharedIndexInformer<Pod> pods;
    private volatile boolean working = true;

    public TestingNode(KubernetesClient client) {
        this.client = client;
        pods = client.pods()
                .inAnyNamespace()
                .withLabel(Labels.NAME, Labels.RUNTIME)
                .inform(new ResourceEventHandler<>() {
                    @Override
                    public void onAdd(Pod pod) {
                        run(pod);
                    }

                    @Override
                    public void onUpdate(Pod before, Pod pod) {
                        run(pod);
                    }

                    @Override
                    public void onDelete(Pod pod, boolean finalStateUnknown) {}
                });
    }

    /** From now on new pods stay pending. */
    public void goDown() {
        working = false;
    }

    /** Runs what waited meanwhile. */
    public void comeBack() {
        working = true;
        pods.getStore().list().forEach(this::run);
    }

    @Override
    public void close() {
        pods.close();
    }

    private void run(Pod pod) {
        if (!working
                || pod.isMarkedForDeletion()
                || "Running".equals(pod.getStatus().getPhase())) {
            return;
        }
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var ready = new PodBuilder(pod)
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .withLastTransitionTime(now)
                .endCondition()
                .endStatus()
                .build();
        try {
            client.resource(ready).patchStatus();
        } catch (KubernetesClientException e) {
            if (e.getCode() != 404 && e.getCode() != 409) {
                throw e;
            }
        }
    }
}
