package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Watches: what they tell, in which order, and from where they go on. */
abstract class WatchContract extends ContractServer {

    private static final class Events implements Watcher<ConfigMap> {
        final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        @Override
        public void eventReceived(Action action, ConfigMap map) {
            if (action != Action.BOOKMARK && !map.getMetadata().getName().equals("kube-root-ca.crt")) {
                seen.add(action + " " + map.getMetadata().getName());
            }
        }

        @Override
        public void onClose(@Nullable WatcherException cause) {
            seen.add("CLOSED");
        }

        String next() throws InterruptedException {
            String event = seen.poll(30, TimeUnit.SECONDS);
            return event == null ? "nothing" : event;
        }
    }

    private Watch watch(Events events, String revision, String labels) {
        return client().configMaps()
                .inNamespace(namespace)
                .watch(
                        new ListOptionsBuilder()
                                .withResourceVersion(revision)
                                .withLabelSelector(labels)
                                .build(),
                        events);
    }

    @Test
    void aWatchTellsWhatHappensAfterItsRevision() throws InterruptedException {
        String before = get(configMaps()).revision();
        post(configMaps(), "metadata: {name: a}").ok();
        patch(MERGE, configMap("a"), "{\"data\":{\"x\":\"1\"}}").ok();
        Events events = new Events();
        try (Watch watch = watch(events, before, "")) {
            assertThat(events.next()).isEqualTo("ADDED a");
            assertThat(events.next()).isEqualTo("MODIFIED a");
            delete(configMap("a")).ok();
            assertThat(events.next()).isEqualTo("DELETED a");
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void anObjectEntersAndLeavesASelectorsView() throws InterruptedException {
        String before = get(configMaps()).revision();
        Events events = new Events();
        try (Watch watch = watch(events, before, "shown=yes")) {
            post(configMaps(), "metadata: {name: a}").ok();
            patch(MERGE, configMap("a"), "{\"metadata\":{\"labels\":{\"shown\":\"yes\"}}}")
                    .ok();
            assertThat(events.next()).isEqualTo("ADDED a");
            patch(MERGE, configMap("a"), "{\"metadata\":{\"labels\":null}}").ok();
            assertThat(events.next()).isEqualTo("DELETED a");
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void aWriteWithoutChangeIsNoEvent() throws InterruptedException {
        Reply first = post(configMaps(), "metadata: {name: a}").ok();
        Events events = new Events();
        try (Watch watch = watch(events, first.revision(), "")) {
            put(configMap("a"), first.body()).ok();
            post(configMaps(), "metadata: {name: b}").ok();
            assertThat(events.next()).isEqualTo("ADDED b");
            assertThat(watch).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWatchIsOpenBeforeAnythingHappens(boolean bookmarks) throws Exception {
        // Some of the server's pauses last 30 s: an answer within 20 is one that waited for nothing.
        int code = client().getHttpClient()
                .consumeBytes(
                        client().getHttpClient()
                                .newHttpRequestBuilder()
                                .uri(client().getMasterUrl() + configMaps().substring(1)
                                        + "?watch=true&allowWatchBookmarks=" + bookmarks + "&resourceVersion="
                                        + get(configMaps()).revision())
                                .build(),
                        (_, body) -> body.cancel())
                .get(20, TimeUnit.SECONDS)
                .code();
        assertThat(code).isEqualTo(200);
    }

    @Test
    void anInformerSeesEverythingOnce() throws InterruptedException {
        post(configMaps(), "metadata: {name: a}").ok();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (var informer = client().configMaps().inNamespace(namespace).inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(ConfigMap map) {
                seen.add("+" + map.getMetadata().getName());
            }

            @Override
            public void onUpdate(ConfigMap old, ConfigMap map) {
                seen.add("~" + map.getMetadata().getName());
            }

            @Override
            public void onDelete(ConfigMap map, boolean unknown) {
                seen.add("-" + map.getMetadata().getName());
            }
        })) {
            post(configMaps(), "metadata: {name: b}").ok();
            delete(configMap("a")).ok();
            List<String> events = new ArrayList<>();
            while (!events.contains("-a")) {
                String event = seen.poll(30, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                if (!event.endsWith("kube-root-ca.crt")) {
                    events.add(event);
                }
            }
            assertThat(events).containsExactly("+a", "+b", "-a");
            assertThat(informer.hasSynced()).isTrue();
        }
    }
}
