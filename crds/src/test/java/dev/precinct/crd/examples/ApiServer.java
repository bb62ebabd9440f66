package dev.precinct.crd.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real server, asked for its opinion: every call is a dry run, but for those that say otherwise. */
final class ApiServer implements AutoCloseable {
    private static final String TENANTS = "/apis/precinct.dev/v1alpha1/tenants";
    private static final String STRICT = "?fieldValidation=Strict&fieldManager=examples";
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("unknown field \"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;

    /** What the server said to an object. */
    sealed interface Answer {}

    /** @param stored as it is or would be kept */
    record Accepted(JsonNode stored) implements Answer {}

    /** @param fields that the refusal names */
    record Refused(Set<String> fields, String message) implements Answer {}

    private ApiServer(KubernetesClient client) {
        this.client = client;
    }

    /** The cluster that {@code KUBECONFIG} names, with our definition installed. */
    static ApiServer fromEnvironment() throws IOException {
        String kubeconfig = System.getenv("KUBECONFIG");
        if (kubeconfig == null || !Files.isReadable(Path.of(kubeconfig))) {
            throw new IllegalStateException(
                    "this test needs a cluster: set KUBECONFIG to a readable file, not " + kubeconfig);
        }
        var config = Config.fromKubeconfig(Files.readString(Path.of(kubeconfig)));
        var server =
                new ApiServer(new KubernetesClientBuilder().withConfig(config).build());
        server.install();
        return server;
    }

    private void install() {
        CustomResourceDefinition definition = TenantCrd.definition();
        client.resource(definition)
                .fieldManager("precinct-install")
                .forceConflicts()
                .serverSideApply();
        client.resource(definition)
                .waitUntilCondition(
                        found -> found != null
                                && found.getStatus() != null
                                && found.getStatus().getConditions().stream()
                                        .anyMatch(
                                                condition -> condition.getType().equals("Established")
                                                        && condition.getStatus().equals("True")),
                        30,
                        TimeUnit.SECONDS);
    }

    Answer create(JsonNode tenant) {
        return ask("POST", TENANTS + STRICT + "&dryRun=All", tenant);
    }

    /** Not a dry run. Gives back what is stored. */
    JsonNode createForReal(JsonNode tenant) {
        return switch (ask("POST", TENANTS + STRICT, tenant)) {
            case Accepted accepted -> accepted.stored();
            case Refused refused -> throw new AssertionError("refused: " + refused.message());
        };
    }

    Answer update(JsonNode tenant) {
        return ask("PUT", TENANTS + "/" + nameOf(tenant) + STRICT + "&dryRun=All", tenant);
    }

    /** Not a dry run. */
    void delete(JsonNode tenant) {
        client.genericKubernetesResources("precinct.dev/v1alpha1", "Tenant")
                .withName(nameOf(tenant))
                .edit(found -> {
                    found.getMetadata().setFinalizers(List.of());
                    return found;
                });
        client.genericKubernetesResources("precinct.dev/v1alpha1", "Tenant")
                .withName(nameOf(tenant))
                .delete();
    }

    private static String nameOf(JsonNode tenant) {
        return tenant.at("/metadata/name").asText();
    }

    private Answer ask(String method, String path, JsonNode tenant) {
        try {
            JsonNode stored = JSON.readTree(client.raw(path, method, tenant));
            return new Accepted(stored);
        } catch (KubernetesClientException e) {
            return new Refused(fieldsIn(e.getStatus()), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("the API server did not answer with JSON", e);
        }
    }

    private static Set<String> fieldsIn(@Nullable Status status) {
        var fields = new TreeSet<String>();
        if (status == null) {
            return fields;
        }
        StatusDetails details = status.getDetails();
        if (details != null) {
            // "<nil>" stands for the note that rules were not tried.
            details.getCauses().stream()
                    .map(StatusCause::getField)
                    .filter(field -> field != null && !field.equals("<nil>"))
                    .forEach(fields::add);
        }
        Matcher unknown = UNKNOWN_FIELD.matcher(String.valueOf(status.getMessage()));
        while (unknown.find()) {
            fields.add(unknown.group(1));
        }
        return fields;
    }

    @Override
    public void close() {
        client.close();
    }
}
