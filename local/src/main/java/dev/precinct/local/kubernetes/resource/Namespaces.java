package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.failure.Cause;
import dev.precinct.local.kubernetes.failure.Subject;
import dev.precinct.local.kubernetes.store.ObjectKey;
import dev.precinct.local.kubernetes.store.Transaction;
import java.util.List;

/** Which namespaces take new objects, and what a new one holds from the start. */
final class Namespaces {
    static final String RESOURCE = "/namespaces";
    private static final String ACCOUNTS = "/serviceaccounts";
    private final Revisions revisions;

    Namespaces(Revisions revisions) {
        this.revisions = revisions;
    }

    /** Refuses a new object where its namespace is missing or going away. */
    static void checkOpen(Transaction transaction, Target target) {
        if (!target.kind().namespaced()) {
            return;
        }
        String name = target.namespace();
        ObjectNode namespace = transaction.find(new ObjectKey(RESOURCE, "", name));
        if (namespace == null) {
            throw ApiFailure.notFound(new Subject("", "namespaces", "Namespace", name));
        }
        if (Metadata.isBeingDeleted(namespace)) {
            throw ApiFailure.forbidden(
                    target.subject(),
                    "unable to create new content in namespace " + name + " because it is being terminated",
                    List.of(new Cause(
                            "NamespaceTerminating",
                            "namespace " + name + " is being terminated",
                            "metadata.namespace")));
        }
    }

    /** A new namespace has a ServiceAccount. */
    void furnish(Transaction transaction, Target target) {
        if (target.kind().resource().equals(RESOURCE)) {
            ObjectNode account = JsonNodeFactory.instance.objectNode();
            account.put("apiVersion", "v1").put("kind", "ServiceAccount");
            ObjectKey key = new ObjectKey(ACCOUNTS, target.name(), "default");
            revisions.bornAt(key, account);
            transaction.put(key, account);
        }
    }
}
