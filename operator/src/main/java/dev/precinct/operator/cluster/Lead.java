package dev.precinct.operator.cluster;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease that says which of several operators works.
 *
 * @param identity who this one is, as the lease names its holder
 */
public record Lead(String namespace, String name, String identity) {
    private static final Logger LOG = LoggerFactory.getLogger(Lead.class);

    /**
     * Lets go of it, so that another takes over at once and not only when the lease has run out. To be called when nothing works any more;
     * a failure costs those seconds, and nothing else.
     */
    public void release(KubernetesClient client) {
        try {
            var lease = client.leases().inNamespace(namespace).withName(name);
            Lease held = lease.get();
            if (held != null && identity.equals(held.getSpec().getHolderIdentity())) {
                held.getSpec().setHolderIdentity("");
                // With its resource version: one that somebody else has taken meanwhile stays his.
                client.resource(held).update();
            }
        } catch (KubernetesClientException e) {
            LOG.info("the lead was not handed on ({}): another takes over when the lease runs out", e.getCode());
        }
    }
}
