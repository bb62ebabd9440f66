package dev.precinct.local.kubernetes.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.schema.BuiltinSchemas;
import dev.precinct.local.kubernetes.store.Change;
import dev.precinct.local.kubernetes.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every kind that is served now. Definitions take effect when they are committed. */
public final class KindCatalog {
    public static final String DEFINITIONS = "apiextensions.k8s.io/customresourcedefinitions";
    private final BuiltinSchemas schemas;
    private final List<ResourceKind> builtin;
    private final NavigableMap<String, List<ResourceKind>> custom = new ConcurrentSkipListMap<>();

    private KindCatalog(BuiltinSchemas schemas) {
        this.schemas = schemas;
        this.builtin = BuiltinKinds.all(schemas);
    }

    /** The catalogue of a store, kept up to date with its definitions. */
    public static KindCatalog following(ObjectStore store) {
        KindCatalog catalog = new KindCatalog(BuiltinSchemas.read());
        store.list(DEFINITIONS, "").objects().forEach(catalog::install);
        store.onCommit(changes -> changes.forEach(catalog::follow));
        return catalog;
    }

    private void follow(Change change) {
        if (change.key().resource().equals(DEFINITIONS)) {
            if (change.type() == Change.Type.DELETED) {
                custom.remove(change.key().name());
            } else {
                install(change.object());
            }
        }
    }

    private void install(ObjectNode definition) {
        custom.put(definition.path("metadata").path("name").asText(), CustomKinds.of(definition, schemas));
    }

    public Optional<ResourceKind> find(String group, String version, String plural) {
        return all().stream()
                .filter(k -> k.group().equals(group)
                        && k.version().equals(version)
                        && k.names().plural().equals(plural))
                .findFirst();
    }

    /** The kind (in any version) that keeps its objects under a resource. */
    public Optional<ResourceKind> ofResource(String resource) {
        return all().stream().filter(k -> k.resource().equals(resource)).findFirst();
    }

    public List<ResourceKind> all() {
        List<ResourceKind> all = new ArrayList<>(builtin);
        custom.values().forEach(all::addAll);
        return all;
    }

    /** The kinds by group and version, in a stable order. */
    public Map<String, List<ResourceKind>> byApiVersion() {
        Map<String, List<ResourceKind>> groups = new TreeMap<>();
        all().forEach(k ->
                groups.computeIfAbsent(k.apiVersion(), v -> new ArrayList<>()).add(k));
        return groups;
    }
}
