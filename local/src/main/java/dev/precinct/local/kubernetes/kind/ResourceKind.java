package dev.precinct.local.kubernetes.kind;

import dev.precinct.local.kubernetes.failure.Subject;
import dev.precinct.local.kubernetes.schema.Schema;
import dev.precinct.local.kubernetes.store.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * A kind in one version of its API group, and how it behaves.
 *
 * @param printerColumns what its definition wants to be shown; empty for Kubernetes' own kinds
 */
public record ResourceKind(
        String group,
        String version,
        Names names,
        boolean namespaced,
        Traits traits,
        Schema schema,
        ObjectRules rules,
        List<PrinterColumn> printerColumns) {

    /** Whether status is written apart, whether a changed spec counts generations, whether the kind was defined by a user. */
    public record Traits(boolean statusApart, boolean generations, boolean custom, Optional<ScalePaths> scale) {}

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Where objects of the kind are kept, whatever the version. */
    public String resource() {
        return group + "/" + names.plural();
    }

    public boolean is(String otherGroup, String kind) {
        return group.equals(otherGroup) && names.kind().equals(kind);
    }

    public ObjectKey key(String namespace, String name) {
        return new ObjectKey(resource(), namespaced ? namespace : "", name);
    }

    public Subject subject(String name) {
        return new Subject(group, names.plural(), names.kind(), name);
    }
}
