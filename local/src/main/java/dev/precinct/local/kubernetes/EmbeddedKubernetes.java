package dev.precinct.local.kubernetes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.controller.ControlLoop;
import dev.precinct.local.kubernetes.http.KubernetesHttp;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import dev.precinct.local.kubernetes.resource.Deletion;
import dev.precinct.local.kubernetes.resource.Reader;
import dev.precinct.local.kubernetes.resource.Target;
import dev.precinct.local.kubernetes.resource.WriteOptions;
import dev.precinct.local.kubernetes.resource.Writer;
import dev.precinct.local.kubernetes.store.ObjectKey;
import dev.precinct.local.kubernetes.store.ObjectStore;
import dev.precinct.local.kubernetes.token.SigningKey;
import dev.precinct.local.kubernetes.token.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A Kubernetes API in this process, without pods: objects under a folder, served on loopback to whoever has a token. */
public final class EmbeddedKubernetes implements AutoCloseable {
    private static final List<String> FIRST_NAMESPACES =
            List.of("default", "kube-system", "kube-public", "kube-node-lease");
    private final ObjectStore store;
    private final ControlLoop controlLoop;
    private final KubernetesHttp http;
    private final String adminToken;

    private EmbeddedKubernetes(ObjectStore store, ControlLoop controlLoop, KubernetesHttp http, String adminToken) {
        this.store = store;
        this.controlLoop = controlLoop;
        this.http = http;
        this.adminToken = adminToken;
    }

    /** Starts with the objects of the folder; port 0 takes a free one. */
    public static EmbeddedKubernetes start(Path folder, int port, String adminToken, Clock clock) {
        ObjectStore store = ObjectStore.open(folder);
        KindCatalog catalog = KindCatalog.following(store);
        Writer writer = new Writer(store, clock);
        Deletion deletion = new Deletion(store, clock);
        createFirstNamespaces(store, catalog, writer);
        Tokens tokens = new Tokens(adminToken, SigningKey.in(folder), store, clock);
        var services = new KubernetesHttp.Services(catalog, new Reader(store), tokens, clock);
        KubernetesHttp http = KubernetesHttp.start(services, writer, deletion, port);
        return new EmbeddedKubernetes(store, ControlLoop.start(store, catalog, deletion), http, adminToken);
    }

    private static void createFirstNamespaces(ObjectStore store, KindCatalog catalog, Writer writer) {
        ResourceKind namespaces = catalog.find("", "v1", "namespaces").orElseThrow();
        for (String name : FIRST_NAMESPACES) {
            if (store.find(new ObjectKey(namespaces.resource(), "", name)) == null) {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.putObject("metadata").put("name", name);
                Target target = new Target(namespaces, "", "", "");
                writer.create(
                        target, body, new WriteOptions("precinct", false, false, WriteOptions.UnknownFields.Strict));
            }
        }
    }

    /** Where it listens, for example {@code http://127.0.0.1:40123}. */
    public String url() {
        return "http://127.0.0.1:" + http.port();
    }

    /** The configuration with which the administrator's clients find it. */
    public Kubeconfig kubeconfig() {
        return new Kubeconfig(url(), adminToken);
    }

    @Override
    public void close() {
        store.endWatches();
        controlLoop.awaitEnd();
        http.close();
        store.close();
    }
}
