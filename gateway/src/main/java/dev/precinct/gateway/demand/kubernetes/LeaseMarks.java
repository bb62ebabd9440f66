package dev.precinct.gateway.demand.kubernetes;

import dev.precinct.crd.meta.DemandLease;
import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.gateway.demand.DemandMarks;
import dev.precinct.gateway.demand.MarkFailedException;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.tenancy.TenantId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One Lease for each tenant beside the operator, renewed by a patch; made when there is none. It goes with its Tenant. */
public final class LeaseMarks implements DemandMarks {
    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(Labels.GATEWAY)
            .build();
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private final KubernetesClient client;
    private final String namespace;
    private final String holder;
    private final Clock clock;

    /**
     * @param namespace of the operator
     * @param holder name of this gateway
     */
    public LeaseMarks(KubernetesClient client, String namespace, String holder, Clock clock) {
        this.client = client;
        this.namespace = namespace;
        this.holder = holder;
        this.clock = clock;
    }

    @Override
    public void mark(TenantSite tenant, Duration idleAfter) throws MarkFailedException {
        ZonedDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
        try {
            if (!renew(tenant, now)) {
                create(tenant, idleAfter, now);
            }
        } catch (KubernetesClientException e) {
            throw new MarkFailedException("the Kubernetes API answers " + e.getCode(), e);
        }
    }

    /** Whether there was a Lease. */
    private boolean renew(TenantSite tenant, ZonedDateTime now) {
        String patch =
                Serialization.asJson(Map.of("spec", Map.of("renewTime", MICROS.format(now), "holderIdentity", holder)));
        try {
            client.resources(Lease.class)
                    .inNamespace(namespace)
                    .withName(DemandLease.nameOf(tenant.name()))
                    .patch(MERGE, patch);
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private void create(TenantSite tenant, Duration idleAfter, ZonedDateTime now) {
        var lease = new LeaseBuilder()
                .withNewMetadata()
                .withName(DemandLease.nameOf(tenant.name()))
                .withNamespace(namespace)
                .addToLabels(Labels.MANAGED_BY, Labels.GATEWAY)
                .addToLabels(Labels.TENANT, tenant.name())
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(HasMetadata.getApiVersion(Tenant.class))
                        .withKind(HasMetadata.getKind(Tenant.class))
                        .withName(tenant.name())
                        .withUid(uidOf(tenant.id()))
                        .build())
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(holder)
                .withLeaseDurationSeconds((int) idleAfter.toSeconds())
                .withRenewTime(now)
                .endSpec()
                .build();
        try {
            client.resource(lease).create();
        } catch (KubernetesClientException e) {
            // Another gateway was faster: its mark is as good.
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }

    private static String uidOf(TenantId id) {
        return id.value().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
