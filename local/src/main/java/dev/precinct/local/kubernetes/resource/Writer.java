package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.apply.FieldOwner;
import dev.precinct.local.kubernetes.apply.ServerSideApply;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.failure.Cause;
import dev.precinct.local.kubernetes.failure.Subject;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.store.ObjectStore;
import dev.precinct.local.kubernetes.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates, replaces, patches and applies objects. */
public final class Writer {
    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;
    private static final int LONGEST_GENERATED_STEM = 58;
    private final ObjectStore store;
    private final Normalization normalization;
    private final Preparation preparation;
    private final Revisions revisions;
    private final Namespaces namespaces;

    public Writer(ObjectStore store, Clock clock) {
        this.store = store;
        this.normalization = new Normalization(clock);
        this.preparation = new Preparation(normalization);
        this.revisions = new Revisions(normalization);
        this.namespaces = new Namespaces(revisions);
    }

    /** Creates an object; a body without name but with generateName gets one. */
    public Written create(Target target, ObjectNode body, WriteOptions options) {
        if (Revisions.claimsToBeStored(body)) {
            throw ApiFailure.badRequest("resourceVersion should not be set on objects to be created");
        }
        List<String> warnings = preparation.decode(target, body, options);
        Target named = target.named(nameFor(target, body));
        return run(options, transaction -> {
            if (transaction.find(named.key()) != null) {
                throw ApiFailure.alreadyExists(named.subject());
            }
            ObjectNode object = body.deepCopy();
            if (named.kind().traits().statusApart()) {
                object.remove("status");
            }
            preparation.complete(named, object);
            ownership(named).update(empty(), object, owner(named, options, FieldOwner.Operation.Update));
            return new Written(bear(transaction, named, object), true, warnings);
        });
    }

    private static String nameFor(Target target, ObjectNode body) {
        String name = Metadata.text(body, "name");
        String stem = Metadata.text(body, "generateName");
        if (!name.isEmpty() || stem.isEmpty()) {
            if (name.isEmpty()) {
                throw ApiFailure.invalid(
                        target.kind().subject(""),
                        List.of(Cause.required("metadata.name", "name or generateName is required")));
            }
            return name;
        }
        StringBuilder generated = new StringBuilder(stem.substring(0, Math.min(stem.length(), LONGEST_GENERATED_STEM)));
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            generated.append(SUFFIX_LETTERS.charAt(ThreadLocalRandom.current().nextInt(SUFFIX_LETTERS.length())));
        }
        return generated.toString();
    }

    private ObjectNode bear(Transaction transaction, Target target, ObjectNode object) {
        Namespaces.checkOpen(transaction, target);
        revisions.born(target, object);
        preparation.born(target, object);
        preparation.check(target, object, null);
        ObjectNode stored = transaction.put(target.key(), object);
        namespaces.furnish(transaction, target);
        return stored;
    }

    /** Replaces an object, or one of its parts. */
    public Written replace(Target target, ObjectNode body, WriteOptions options) {
        List<String> warnings = preparation.decode(target, body, options);
        return run(options, transaction -> {
            ObjectNode old = Revisions.require(transaction, target);
            return new Written(change(transaction, new Edit(target, old, options), body.deepCopy()), false, warnings);
        });
    }

    /** Edits an object, or one of its parts, by a patch that makes a new form out of the old one. */
    public Written patch(Target target, UnaryOperator<ObjectNode> patch, WriteOptions options) {
        return run(options, transaction -> {
            ObjectNode old = Revisions.require(transaction, target);
            ObjectNode next = patch.apply(old.deepCopy());
            List<String> warnings = preparation.decodePatched(target, next, options);
            return new Written(change(transaction, new Edit(target, old, options), next), false, warnings);
        });
    }

    private record Edit(Target target, ObjectNode old, WriteOptions options) {}

    private ObjectNode change(Transaction transaction, Edit edit, ObjectNode next) {
        Target target = edit.target();
        ObjectNode old = edit.old();
        Revisions.checkPreconditions(target, old, next);
        boolean disowned = next.path("metadata").path("managedFields").isArray()
                && next.path("metadata").path("managedFields").isEmpty();
        Revisions.keepOtherPart(target, old, next);
        preparation.complete(target, next);
        if (disowned) {
            Metadata.of(next).remove("managedFields");
        } else {
            ownership(target).update(old, next, owner(target, edit.options(), FieldOwner.Operation.Update));
        }
        return finish(transaction, target, old, next);
    }

    private ObjectNode finish(Transaction transaction, Target target, ObjectNode old, ObjectNode next) {
        preparation.check(target, next, old);
        if (target.kind().resource().equals(KindCatalog.DEFINITIONS) && !target.isStatus()) {
            normalization.establish(next);
        }
        return revisions.follow(transaction, target, old, next);
    }

    /** Applies a configuration in a manager's name; creates the object where there is none. */
    public Written apply(Target target, ObjectNode config, WriteOptions options) {
        if (options.manager().isEmpty()) {
            throw ApiFailure.invalid(
                    new Subject("meta.k8s.io", "patchoptions", "PatchOptions", ""),
                    List.of(Cause.required("fieldManager", "is required for apply patch")));
        }
        if (!config.path("metadata").path("managedFields").isEmpty()) {
            throw ApiFailure.badRequest("metadata.managedFields must be nil");
        }
        List<String> warnings = preparation.decode(target, config, options);
        return run(options, transaction -> {
            ObjectNode old = transaction.find(target.key());
            return old == null
                    ? new Written(applyNew(transaction, target, config, options), true, warnings)
                    : new Written(applyTo(transaction, new Edit(target, old, options), config), false, warnings);
        });
    }

    private ObjectNode applyNew(Transaction transaction, Target target, ObjectNode config, WriteOptions options) {
        if (target.isStatus() || !target.subresource().isEmpty()) {
            throw ApiFailure.notFound(target.subject());
        }
        if (Revisions.claimsToBeStored(config)) {
            throw ApiFailure.conflict(target.subject(), "the object does not exist, but a resourceVersion was given");
        }
        ObjectNode part = partOf(target, config);
        ServerSideApply.Rules rules =
                new ServerSideApply.Rules(options.force(), merged -> preparation.complete(target, merged));
        ObjectNode object =
                ownership(target).apply(empty(), part, owner(target, options, FieldOwner.Operation.Apply), rules);
        return bear(transaction, target, object);
    }

    private ObjectNode applyTo(Transaction transaction, Edit edit, ObjectNode config) {
        Target target = edit.target();
        ObjectNode old = edit.old();
        Revisions.checkPreconditions(target, old, config);
        ServerSideApply.Rules rules = new ServerSideApply.Rules(edit.options().force(), merged -> {
            Revisions.keepOtherPart(target, old, merged);
            return preparation.complete(target, merged);
        });
        FieldOwner owner = owner(target, edit.options(), FieldOwner.Operation.Apply);
        ObjectNode next = ownership(target).apply(old, partOf(target, config), owner, rules);
        return finish(transaction, target, old, next);
    }

    /** What of a configuration the request may write: the status, or everything but it. */
    private static ObjectNode partOf(Target target, ObjectNode config) {
        ObjectNode part = config.deepCopy();
        if (target.isStatus()) {
            part.retain(List.of("apiVersion", "kind", "status"));
        } else if (target.kind().traits().statusApart()) {
            part.remove("status");
        }
        return part;
    }

    private ServerSideApply ownership(Target target) {
        return new ServerSideApply(target.kind().schema(), normalization.now());
    }

    private static FieldOwner owner(Target target, WriteOptions options, FieldOwner.Operation operation) {
        return new FieldOwner(options.manager(), operation, target.kind().apiVersion(), target.subresource());
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private <T extends @Nullable Object> T run(WriteOptions options, Function<Transaction, T> work) {
        return options.dryRun() ? store.rehearse(work) : store.write(work);
    }
}
