package dev.precinct.local.kubernetes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.controller.ControlLoop;
import dev.precinct.local.kubernetes.http.KubernetesHttp;
import dev.precinct.local.kubernetes.http.Listener;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import dev.precinct.local.kubernetes.resource.Deletion;
import dev.precinct.local.kubernetes.resource.Reader;
import dev.precinct.local.kubernetes.resource.Target;
import dev.precinct.local.kubernetes.resource.WriteOptions;
import dev.precinct.local.kubernetes.resource.Writer;
import dev.precinct.local.kubernetes.store.ObjectKey;
import dev.precinct.local.kubernetes.store.ObjectStore;
import dev.precinct.local.kubernetes.tls.CertificateFile;
import dev.precinct.local.kubernetes.tls.ServerCertificate;
import dev.precinct.local.kubernetes.token.SigningKey;
import dev.precinct.local.kubernetes.token.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Kubernetes API in this process, without pods: objects under a folder, served on loopback to whoever has a token. */
public final class EmbeddedKubernetes implements AutoCloseable {
    private static final List<String> FIRST_NAMESPACES =
            List.of("default", "kube-system", "kube-public", "kube-node-lease");
    private final ObjectStore store;
    private final ControlLoop controlLoop;
    private final KubernetesHttp http;
    private final Listener plain;
    private final CertificateFile certificates;
    private final String adminToken;
    private @Nullable Secure secure;
    private boolean closed;

    /** The listener with TLS, and what it shows. */
    private record Secure(Listener listener, ServerCertificate certificate) {}

    private EmbeddedKubernetes(
            ObjectStore store,
            ControlLoop controlLoop,
            KubernetesHttp http,
            Listener plain,
            CertificateFile certificates,
            String adminToken) {
        this.store = store;
        this.controlLoop = controlLoop;
        this.http = http;
        this.plain = plain;
        this.certificates = certificates;
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
        KubernetesHttp http = new KubernetesHttp(services, writer, deletion);
        return new EmbeddedKubernetes(
                store,
                ControlLoop.start(store, catalog, deletion),
                http,
                Listener.plain(http, port),
                new CertificateFile(folder, clock),
                adminToken);
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

    /** Where it listens without TLS, for example {@code http://127.0.0.1:40123}. */
    public String url() {
        return "http://127.0.0.1:" + plain.port();
    }

    /** The configuration with which the administrator's clients find it, without TLS. */
    public Kubeconfig kubeconfig() {
        return Kubeconfig.plain(url(), adminToken);
    }

    /**
     * Listens with TLS as well, for clients that send no token without it, such as kubectl. The first call for a folder makes the
     * certificate, which takes a second. A later call shows a new certificate where the old one is due.
     *
     * @param port at the first call; 0 takes a free one
     * @return what the administrator's clients need to know
     */
    public synchronized Kubeconfig listenWithTls(int port) throws IOException {
        if (closed) {
            throw new IOException("the Kubernetes API is being stopped");
        }
        ServerCertificate certificate = certificates.current();
        Secure listening = secure;
        if (listening == null || !listening.certificate().server().equals(certificate.server())) {
            int chosen = port;
            if (listening != null) {
                chosen = listening.listener().port();
                listening.listener().close();
            }
            listening = new Secure(Listener.secure(http, chosen, certificate.sslContext()), certificate);
            secure = listening;
        }
        return new Kubeconfig(
                "https://127.0.0.1:" + listening.listener().port(), adminToken, certificate.authorityPem());
    }

    /** From when on {@link #listenWithTls} should be called again; empty before its first call. */
    public synchronized Optional<Instant> certificateDue() {
        return Optional.ofNullable(secure).map(it -> it.certificate().due());
    }

    @Override
    public void close() {
        store.endWatches();
        controlLoop.awaitEnd();
        synchronized (this) {
            closed = true;
            if (secure != null) {
                secure.listener().close();
            }
        }
        plain.close();
        store.close();
    }
}
