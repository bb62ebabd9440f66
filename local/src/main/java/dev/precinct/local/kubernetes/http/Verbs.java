package dev.precinct.local.kubernetes.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.resource.Deletion;
import dev.precinct.local.kubernetes.resource.Metadata;
import dev.precinct.local.kubernetes.resource.Reader;
import dev.precinct.local.kubernetes.resource.Scaling;
import dev.precinct.local.kubernetes.resource.Target;
import dev.precinct.local.kubernetes.resource.TokenRequests;
import dev.precinct.local.kubernetes.resource.Writer;
import dev.precinct.local.kubernetes.resource.Written;
import dev.precinct.local.kubernetes.table.Tables;
import java.time.Clock;
import java.util.Optional;

/** What a method means for a target. */
final class Verbs {
    private final Reader reader;
    private final Writer writer;
    private final Deletion deletion;
    private final Scaling scaling;
    private final TokenRequests tokenRequests;
    private final Clock clock;

    Verbs(Reader reader, Writer writer, Deletion deletion, TokenRequests tokenRequests, Clock clock) {
        this.clock = clock;
        this.reader = reader;
        this.writer = writer;
        this.deletion = deletion;
        this.scaling = new Scaling(reader, writer);
        this.tokenRequests = tokenRequests;
    }

    Answer answer(Target target, Call call) {
        return switch (target.subresource()) {
            case "scale" -> scale(target, call);
            case "token" -> token(target, call);
            default -> target.name().isEmpty() ? collection(target, call) : single(target, call);
        };
    }

    private Answer collection(Target target, Call call) {
        return switch (call.method()) {
            case "GET" -> {
                ObjectNode list = reader.list(target, call.query());
                yield Answer.ok(table(target, call).map(it -> it.ofList(list)).orElse(list));
            }
            case "POST" -> {
                if (target.kind().namespaced() && target.namespace().isEmpty()) {
                    throw ApiFailure.methodNotAllowed();
                }
                yield written(target, writer.create(target, call.object(), call.options(false)));
            }
            case "DELETE" -> deleteAll(target, call);
            default -> throw ApiFailure.methodNotAllowed();
        };
    }

    private Optional<Tables> table(Target target, Call call) {
        return call.table().map(include -> new Tables(target.kind(), include, clock));
    }

    private Answer single(Target target, Call call) {
        return switch (call.method()) {
            case "GET" -> {
                ObjectNode object = reader.get(target);
                yield Answer.ok(
                        table(target, call).map(it -> it.ofObject(object)).orElse(object));
            }
            case "PUT" -> written(target, writer.replace(target, call.object(), call.options(false)));
            case "PATCH" -> written(target, patch(target, call));
            case "DELETE" -> {
                if (target.subresource().isEmpty()) {
                    yield delete(target, call);
                }
                throw ApiFailure.methodNotAllowed();
            }
            default -> throw ApiFailure.methodNotAllowed();
        };
    }

    private Written patch(Target target, Call call) {
        JsonNode body = call.json();
        if (Patches.isApply(call)) {
            return writer.apply(target, Call.asObject(body), call.options(true));
        }
        return writer.patch(
                target, old -> Call.asObject(Patches.edit(target.kind(), call, old, body)), call.options(false));
    }

    private static Answer written(Target target, Written written) {
        return new Answer(
                written.created() ? 201 : 200, Reader.inVersion(target.kind(), written.object()), written.warnings());
    }

    private Answer delete(Target target, Call call) {
        Deletion.Deleted deleted = deletion.delete(target, deleteOptions(call));
        if (!deleted.gone()) {
            return Answer.ok(Reader.inVersion(target.kind(), deleted.object()));
        }
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details").put("name", target.name());
        if (!target.kind().group().isEmpty()) {
            details.put("group", target.kind().group());
        }
        details.put("kind", target.kind().names().plural()).put("uid", Metadata.text(deleted.object(), "uid"));
        return Answer.ok(status);
    }

    private static Deletion.Options deleteOptions(Call call) {
        return Deletion.Options.of(call.json(), call.parameter("propagationPolicy"), call.isDryRun());
    }

    private Answer deleteAll(Target target, Call call) {
        ObjectNode list = reader.list(target, call.query());
        Deletion.Options options = deleteOptions(call);
        ArrayNode items = list.putArray("items");
        reader.list(target, call.query()).path("items").forEach(item -> {
            Target one = new Target(target.kind(), Metadata.text(item, "namespace"), Metadata.text(item, "name"), "");
            try {
                items.add(deletion.delete(one, options).object());
            } catch (ApiFailure e) {
                if (e.code() != 404) {
                    throw e;
                }
            }
        });
        return Answer.ok(list);
    }

    private Answer scale(Target target, Call call) {
        return switch (call.method()) {
            case "GET" -> Answer.ok(scaling.get(target));
            case "PUT" -> {
                ObjectNode wanted = call.object();
                yield Answer.ok(scaling.edit(target, scale -> wanted, call.options(false))
                        .object());
            }
            case "PATCH" -> {
                JsonNode body = call.json();
                yield Answer.ok(
                        scaling.edit(target, scale -> Patches.editUntyped(call, scale, body), call.options(false))
                                .object());
            }
            default -> throw ApiFailure.methodNotAllowed();
        };
    }

    private Answer token(Target target, Call call) {
        if (!call.method().equals("POST")) {
            throw ApiFailure.methodNotAllowed();
        }
        return Answer.created(tokenRequests.answer(target, call.object()));
    }
}
