package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.failure.Cause;
import dev.precinct.local.kubernetes.failure.Subject;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import dev.precinct.local.kubernetes.schema.BuiltinDefaults;
import dev.precinct.local.kubernetes.schema.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a body into an object of its kind: known fields only, defaults filled in, rules kept. */
final class Preparation {
    private final BuiltinDefaults defaults = BuiltinDefaults.read();
    private final Normalization normalization;

    Preparation(Normalization normalization) {
        this.normalization = normalization;
    }

    /** Checks that the body speaks of the target and drops (or refuses) what its schema does not know; returns what to warn of. */
    List<String> decode(Target target, ObjectNode body, WriteOptions options) {
        ResourceKind kind = target.kind();
        return judged(
                reduced(target, body),
                options,
                why -> ApiFailure.badRequest(kind.names().kind() + " in version \"" + kind.version()
                        + "\" cannot be handled as a " + kind.names().kind() + ": " + why));
    }

    /** As {@link #decode}, for what a patch made: the problem is the patch's. A real server also shows the object, which may be a Secret. */
    List<String> decodePatched(Target target, ObjectNode body, WriteOptions options) {
        String kind = "\"" + target.kind().names().kind() + "\"";
        return judged(
                reduced(target, body),
                options,
                why -> ApiFailure.invalid(new Subject("", "", "", ""), List.of(Cause.invalid("patch", kind, why))));
    }

    private static List<String> judged(
            List<String> unknown, WriteOptions options, Function<String, ApiFailure> refusal) {
        return switch (options.unknownFields()) {
            case Ignore -> List.of();
            case Warn -> unknown;
            case Strict -> {
                if (!unknown.isEmpty()) {
                    throw refusal.apply("strict decoding error: " + String.join(", ", unknown));
                }
                yield List.of();
            }
        };
    }

    /** Brings the body into the form of its kind; tells which fields were dropped, in the words of a warning. */
    private List<String> reduced(Target target, ObjectNode body) {
        ResourceKind kind = target.kind();
        String apiVersion = body.path("apiVersion").asText();
        String kindName = body.path("kind").asText();
        if (apiVersion.isEmpty() && kindName.isEmpty()) {
            body.put("apiVersion", kind.apiVersion()).put("kind", kind.names().kind());
        } else if (!apiVersion.equals(kind.apiVersion())
                || !kindName.equals(kind.names().kind())) {
            throw ApiFailure.badRequest("the API version in the data (" + apiVersion + ", Kind=" + kindName
                    + ") does not match the expected API version (" + kind.apiVersion() + ", Kind="
                    + kind.names().kind() + ")");
        }
        checkPlace(target, body);
        Fields.dropNulls(kind.schema(), body);
        normalization.decode(kind, body);
        return Fields.prune(kind.schema(), body).stream()
                .map(path -> "unknown field \"" + path + "\"")
                .toList();
    }

    private static void checkPlace(Target target, ObjectNode body) {
        JsonNode metadata = body.path("metadata");
        if (!metadata.isMissingNode() && !metadata.isObject() && !metadata.isNull()) {
            throw ApiFailure.badRequest("metadata must be an object");
        }
        String name = Metadata.text(body, "name");
        if (!target.name().isEmpty() && !name.isEmpty() && !name.equals(target.name())) {
            throw ApiFailure.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + target.name() + ")");
        }
        String namespace = Metadata.text(body, "namespace");
        if (target.kind().namespaced() && !namespace.isEmpty() && !namespace.equals(target.namespace())) {
            throw ApiFailure.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
    }

    /** Fills in defaults. */
    ObjectNode complete(Target target, ObjectNode object) {
        if (target.kind().traits().custom()) {
            Fields.fillDefaults(target.kind().schema(), object);
        } else {
            defaults.fill(target.kind().names().kind(), object);
        }
        return object;
    }

    /** Refuses what the kind's rules refuse. */
    void check(Target target, ObjectNode object, @Nullable ObjectNode old) {
        List<Cause> causes = new ArrayList<>(ObjectNames.problems(target.kind(), object));
        causes.addAll(target.kind().rules().problems(object, old));
        if (old != null && Metadata.isBeingDeleted(old)) {
            List<String> added = new ArrayList<>(Metadata.finalizers(object));
            added.removeAll(Metadata.finalizers(old));
            if (!added.isEmpty()) {
                causes.add(Cause.forbidden(
                        "metadata.finalizers",
                        "no new finalizers can be added if the object is being deleted, found new finalizers "
                                + quoted(added)));
            }
        }
        if (!causes.isEmpty()) {
            throw ApiFailure.invalid(target.kind().subject(Metadata.text(object, "name")), causes);
        }
    }

    private static String quoted(List<String> texts) {
        return "[]string{"
                + String.join(", ", texts.stream().map(t -> "\"" + t + "\"").toList()) + "}";
    }

    /** What a kind gets beside its defaults when it is created. */
    void born(Target target, ObjectNode object) {
        if (target.kind().resource().equals(KindCatalog.DEFINITIONS)) {
            normalization.establish(object);
        }
        normalization.born(target.kind(), object);
    }
}
