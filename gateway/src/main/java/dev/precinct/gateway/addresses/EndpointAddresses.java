package dev.precinct.gateway.addresses;

import dev.precinct.tenancy.runtime.RuntimeAddresses;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pods behind the Service of each runtime. Those that are not ready yet are known too: a pod listens a moment before its readiness is
 * seen, and longer before the Service leads to it. Who asks has to try.
 */
public final class EndpointAddresses implements RuntimeAddresses, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointAddresses.class);
    private static final String SERVICE_LABEL = "kubernetes.io/service-name";

    /** Slices by namespace, and there by name: a Service may have several. */
    private final Map<String, Map<String, EndpointSlice>> slices = new ConcurrentHashMap<>();

    private final SharedIndexInformer<EndpointSlice> informer;
    private volatile boolean open = true;

    /** A pod that may be asked. */
    private record Candidate(String address, int port, int rank) {}

    public EndpointAddresses(KubernetesClient client) {
        this.informer = client.resources(EndpointSlice.class)
                .inAnyNamespace()
                .withLabel(SERVICE_LABEL, SERVICE)
                .runnableInformer(0);
        informer.addEventHandler(new Follower());
        informer.exceptionHandler((started, failure) -> {
            if (open) {
                LOG.warn("endpoints can't be followed, trying again: {}", failure.toString());
            }
            return open;
        });
        informer.start().whenComplete((done, failure) -> {
            if (failure != null && open) {
                LOG.error("following endpoints ended", failure);
            }
        });
    }

    @Override
    public Optional<InetSocketAddress> find(String namespace, String port) {
        return slices.getOrDefault(namespace, Map.of()).values().stream()
                .flatMap(slice -> candidates(slice, port))
                .min(Comparator.comparingInt(Candidate::rank).thenComparing(Candidate::address))
                .map(found -> InetSocketAddress.createUnresolved(found.address, found.port));
    }

    /** A Service without a pod keeps a slice whose lists are null. */
    private static Stream<Candidate> candidates(EndpointSlice slice, String port) {
        Optional<Integer> number = listed(slice.getPorts())
                .filter(each -> port.equals(each.getName()))
                .map(each -> each.getPort())
                .findFirst();
        return number.stream()
                .flatMap(found -> listed(slice.getEndpoints())
                        .flatMap(endpoint -> listed(endpoint.getAddresses())
                                .map(address -> new Candidate(address, found, rank(endpoint)))));
    }

    private static <T> Stream<T> listed(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }

    /** The ready one first, then one that starts, and one that ends only while there is no other. */
    private static int rank(Endpoint endpoint) {
        var conditions = endpoint.getConditions();
        if (conditions == null || isTrue(conditions.getReady())) {
            return 0;
        }
        if (!isTrue(conditions.getTerminating())) {
            return 1;
        }
        return isTrue(conditions.getServing()) ? 2 : 3;
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    @Override
    public void close() {
        open = false;
        informer.stop();
    }

    private final class Follower implements ResourceEventHandler<EndpointSlice> {
        @Override
        public void onAdd(EndpointSlice slice) {
            var metadata = slice.getMetadata();
            slices.computeIfAbsent(metadata.getNamespace(), _ -> new ConcurrentHashMap<>())
                    .put(metadata.getName(), slice);
        }

        @Override
        public void onUpdate(EndpointSlice before, EndpointSlice slice) {
            onAdd(slice);
        }

        @Override
        public void onDelete(EndpointSlice slice, boolean finalStateUnknown) {
            var metadata = slice.getMetadata();
            slices.computeIfPresent(metadata.getNamespace(), (_, own) -> {
                own.remove(metadata.getName());
                return own.isEmpty() ? null : own;
            });
        }
    }
}
