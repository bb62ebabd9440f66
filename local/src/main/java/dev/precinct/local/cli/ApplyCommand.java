package dev.precinct.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.precinct.crd.tenant.v1alpha1.RunMode;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.demo.UnansweredCmx;
import dev.precinct.local.home.UserMustActException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Applies a file, strictly: a field that no schema knows is an error, not dropped in silence as kubectl does. */
@Command(name = "apply", description = "Apply a file of resources and wait until its tenants are ready.")
final class ApplyCommand implements Callable<Integer> {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    private final LazyContext lazy;
    private final PrintStream out;

    @Option(
            names = {"-f", "--filename"},
            required = true,
            paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--no-wait", description = "Return at once.")
    private boolean noWait;

    ApplyCommand(LazyContext lazy, PrintStream out) {
        this.lazy = lazy;
        this.out = out;
    }

    @Override
    public Integer call() {
        List<GenericKubernetesResource> resources = read(file);
        var context = lazy.open();
        try (KubernetesClient client = context.kubernetes()) {
            resources.forEach(resource -> apply(client, resource));
            var tenants = resources.stream()
                    .filter(resource -> resource.getKind().equals("Tenant"))
                    .toList();
            var cmx = new UnansweredCmx(
                    URI.create("http://127.0.0.1:" + context.ports().simulator()));
            tenants.forEach(tenant -> hint(cmx, tenant));
            if (!noWait) {
                tenants.forEach(tenant -> await(client, tenant.getMetadata().getName()));
            }
        }
        return 0;
    }

    private void hint(UnansweredCmx cmx, GenericKubernetesResource tenant) {
        if (tenant.get("spec", "cmx", "url") instanceof String url) {
            cmx.hint(tenant.getMetadata().getName(), url).ifPresent(out::println);
        }
    }

    private void apply(KubernetesClient client, GenericKubernetesResource resource) {
        var before = client.resource(resource).get();
        var after = client.resource(resource)
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("precinct-apply")
                        .withForce(true)
                        .withFieldValidation("Strict")
                        .build());
        String verb = before == null
                ? "created"
                : Objects.equals(
                                before.getMetadata().getResourceVersion(),
                                after.getMetadata().getResourceVersion())
                        ? "unchanged"
                        : "configured";
        out.println(resource.getKind().toLowerCase(java.util.Locale.ROOT) + "/"
                + resource.getMetadata().getName() + " " + verb);
    }

    private void await(KubernetesClient client, String name) {
        Tenant tenant = client.resources(Tenant.class).withName(name).get();
        boolean suspended = tenant != null && tenant.getSpec().runMode() == RunMode.SUSPENDED;
        new TenantWatch(client, new Progress(out))
                .waitUntil(name, suspended ? TenantPhase.SUSPENDED : TenantPhase.READY, READY_LIMIT);
    }

    private static List<GenericKubernetesResource> read(Path file) {
        if (!Files.isReadable(file)) {
            throw new UserMustActException("can't read " + file);
        }
        var resources = new ArrayList<GenericKubernetesResource>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            while (documents.hasNextValue()) {
                resource(file, documents.nextValue()).ifPresent(resources::add);
            }
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new UserMustActException(
                    file + " is not YAML" + (place == null ? "" : ", line " + place.getLineNr()) + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new UserMustActException("can't read " + file, e);
        }
        if (resources.isEmpty()) {
            throw new UserMustActException(file + " has no resource in it");
        }
        return resources;
    }

    private static java.util.Optional<GenericKubernetesResource> resource(Path file, JsonNode document) {
        if (document.isNull() || document.isMissingNode()) {
            return java.util.Optional.empty();
        }
        if (!document.path("apiVersion").isTextual()
                || !document.path("kind").isTextual()
                || !document.path("metadata").path("name").isTextual()) {
            throw new UserMustActException(
                    file + " is not a Kubernetes resource: it needs apiVersion, kind and metadata.name");
        }
        return java.util.Optional.of(YAML.convertValue(document, GenericKubernetesResource.class));
    }
}
