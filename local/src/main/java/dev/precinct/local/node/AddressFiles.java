package dev.precinct.local.node;

import dev.precinct.local.home.AtomicFile;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a Service is on this machine: a file with the address of each port of a ready process. */
final class AddressFiles {
    private final Path folder;

    AddressFiles(Path folder) {
        this.folder = folder;
    }

    /** @param serving ports of the process that requests go to; empty when none is ready */
    void write(Template template, Iterable<Service> services, Optional<Map<String, Integer>> serving)
            throws IOException {
        for (Service service : services) {
            if (selects(service, template)) {
                Path file = file(
                        service.getMetadata().getNamespace(),
                        service.getMetadata().getName());
                if (serving.isPresent()) {
                    AtomicFile.write(
                            file, lines(service, template, serving.get()).getBytes(StandardCharsets.UTF_8));
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    void forget(String namespace, String service) throws IOException {
        Files.deleteIfExists(file(namespace, service));
    }

    private Path file(String namespace, String service) {
        return folder.resolve(namespace).resolve(service);
    }

    private static boolean selects(Service service, Template template) {
        Map<String, String> selector = service.getSpec().getSelector();
        return selector != null
                && !selector.isEmpty()
                && template.labels().entrySet().containsAll(selector.entrySet());
    }

    private static String lines(Service service, Template template, Map<String, Integer> serving) {
        var text = new StringBuilder();
        for (ServicePort port : service.getSpec().getPorts()) {
            target(port, template)
                    .map(serving::get)
                    .ifPresent(number -> text.append(port.getName())
                            .append("=127.0.0.1:")
                            .append(number)
                            .append('\n'));
        }
        return text.toString();
    }

    /** Name of the container port that a Service's port leads to. */
    private static Optional<String> target(ServicePort port, Template template) {
        Object target = port.getTargetPort() == null
                ? port.getPort()
                : port.getTargetPort().getValue();
        return target instanceof String name
                ? Optional.of(name)
                : template.container().getPorts().stream()
                        .filter(each -> each.getContainerPort().equals(target))
                        .map(each -> each.getName())
                        .findFirst();
    }
}
