package dev.precinct.local.kubernetes.http;

import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import dev.precinct.local.kubernetes.resource.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a path speaks of. */
final class ApiPath {
    private static final Set<String> OF_A_KUBELET = Set.of("log", "exec", "attach", "portforward", "proxy");
    private static final int SEGMENTS_OF_NAMESPACED = 3;
    private final KindCatalog catalog;

    ApiPath(KindCatalog catalog) {
        this.catalog = catalog;
    }

    /** The target of {@code /api/v1/…} or {@code /apis/<group>/<version>/…}; not found where no kind is served there. */
    Target target(List<String> segments) {
        boolean core = segments.getFirst().equals("api");
        int start = core ? 2 : 3;
        if (segments.size() <= start) {
            throw ApiFailure.noSuchPath();
        }
        String group = core ? "" : segments.get(1);
        String version = segments.get(start - 1);
        List<String> rest = new ArrayList<>(segments.subList(start, segments.size()));
        String namespace = "";
        if (rest.getFirst().equals("namespaces") && rest.size() >= SEGMENTS_OF_NAMESPACED && !isSubresource(rest)) {
            namespace = rest.get(1);
            rest = rest.subList(2, rest.size());
        }
        if (rest.size() > SEGMENTS_OF_NAMESPACED) {
            throw ApiFailure.noSuchPath();
        }
        ResourceKind kind = catalog.find(group, version, rest.getFirst()).orElseThrow(ApiFailure::noSuchPath);
        String name = rest.size() > 1 ? rest.get(1) : "";
        String subresource = rest.size() > 2 ? rest.get(2) : "";
        if (!kind.namespaced() && !namespace.isEmpty() || kind.namespaced() && namespace.isEmpty() && !name.isEmpty()) {
            throw ApiFailure.noSuchPath();
        }
        return new Target(kind, namespace, name, checked(kind, subresource));
    }

    private static boolean isSubresource(List<String> rest) {
        return rest.size() == SEGMENTS_OF_NAMESPACED
                && (rest.get(2).equals("status") || rest.get(2).equals("finalize"));
    }

    private static String checked(ResourceKind kind, String subresource) {
        if (kind.is("", "Pod") && OF_A_KUBELET.contains(subresource)) {
            throw ApiFailure.notImplemented("no pods run on this machine, so there is no " + subresource
                    + " of one: units are processes, and ./precinct logs UNIT shows what they write");
        }
        boolean known = switch (subresource) {
            case "" -> true;
            case "status" -> kind.traits().statusApart();
            case "scale" -> kind.traits().scale().isPresent();
            case "token" -> kind.is("", "ServiceAccount");
            default -> false;
        };
        if (!known) {
            throw ApiFailure.noSuchPath();
        }
        return subresource;
    }
}
