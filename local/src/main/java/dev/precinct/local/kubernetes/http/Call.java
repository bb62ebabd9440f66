package dev.precinct.local.kubernetes.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.resource.Reader;
import dev.precinct.local.kubernetes.resource.WriteOptions;
import dev.precinct.local.kubernetes.table.Tables;
import dev.precinct.local.kubernetes.token.Caller;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One request as the verbs read it. */
record Call(ServerRequest request, Caller caller) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> BODY_TYPES = Set.of("", "*/*", "application/json", "application/yaml");
    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
    private static final int LONGEST_MANAGER = 128;

    String method() {
        return request.prologue().method().text();
    }

    /** The parts of the path, decoded. */
    static List<String> segments(ServerRequest request) {
        String path = request.prologue().uriPath().rawPath();
        return Arrays.stream(path.split("/"))
                .filter(s -> !s.isEmpty())
                .map(s -> URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    String parameter(String name) {
        return request.query().first(name).orElse("");
    }

    boolean flag(String name) {
        String value = parameter(name);
        return value.equals("true") || value.equals("1");
    }

    long number(String name, long fallback) {
        String value = parameter(name);
        if (value.isEmpty()) {
            return fallback;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw ApiFailure.badRequest("invalid value \"" + value + "\" for " + name);
        }
    }

    Reader.Query query() {
        return new Reader.Query(
                parameter("labelSelector"),
                parameter("fieldSelector"),
                Math.toIntExact(Math.max(0, Math.min(number("limit", 0), Integer.MAX_VALUE))),
                parameter("continue"));
    }

    WriteOptions options(boolean apply) {
        String manager = parameter("fieldManager");
        String agent = request.headers().first(HeaderNames.USER_AGENT).orElse("unknown");
        String fallback = apply ? "" : agent.substring(0, agent.indexOf('/') < 0 ? agent.length() : agent.indexOf('/'));
        String chosen = manager.isEmpty() ? fallback : manager;
        return new WriteOptions(
                chosen.substring(0, Math.min(chosen.length(), LONGEST_MANAGER)),
                flag("force"),
                isDryRun(),
                unknownFields());
    }

    boolean isDryRun() {
        String dryRun = parameter("dryRun");
        if (!dryRun.isEmpty() && !dryRun.equals("All")) {
            throw ApiFailure.badRequest("dryRun: Unsupported value: \"" + dryRun + "\": supported values: \"All\"");
        }
        return !dryRun.isEmpty();
    }

    private WriteOptions.UnknownFields unknownFields() {
        return switch (parameter("fieldValidation")) {
            case "", "Warn" -> WriteOptions.UnknownFields.Warn;
            case "Ignore" -> WriteOptions.UnknownFields.Ignore;
            case "Strict" -> WriteOptions.UnknownFields.Strict;
            default ->
                throw ApiFailure.badRequest(
                        "fieldValidation: Unsupported value: supported values: \"Ignore\", \"Strict\", \"Warn\"");
        };
    }

    /** How the objects are to be shown, if as a table: the first form that is asked for and known counts. */
    Optional<Tables.Include> table() {
        String accept = request.headers().first(HeaderNames.ACCEPT).orElse("");
        boolean asked = Arrays.stream(accept.split(","))
                .map(form -> form.replace(" ", ""))
                .filter(form -> form.startsWith("application/json") && (!form.contains("as=") || isTable(form)))
                .findFirst()
                .filter(Call::isTable)
                .isPresent();
        return asked ? Optional.of(include()) : Optional.empty();
    }

    private static boolean isTable(String form) {
        return Set.copyOf(List.of(form.split(";"))).containsAll(Set.of("as=Table", "g=meta.k8s.io", "v=v1"));
    }

    private Tables.Include include() {
        return switch (parameter("includeObject")) {
            case "", "Metadata" -> Tables.Include.Metadata;
            case "None" -> Tables.Include.None;
            case "Object" -> Tables.Include.Object;
            default ->
                throw ApiFailure.badRequest(
                        "includeObject: Unsupported value: supported values: \"Metadata\", \"None\", \"Object\"");
        };
    }

    String contentType() {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /** The body, which must be an object. */
    ObjectNode object() {
        if (!BODY_TYPES.contains(contentType())) {
            String hint = contentType().equals(PROTOBUF)
                    ? "; not Protobuf, which kubectl create sends: add --dry-run=client -o yaml, and apply what that prints"
                    : "";
            throw ApiFailure.unsupportedMediaType("application/json, application/yaml" + hint);
        }
        return asObject(json());
    }

    static ObjectNode asObject(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw ApiFailure.badRequest("the body must be an object");
    }

    /** The body, as JSON or YAML. */
    JsonNode json() {
        byte[] body = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            boolean yaml = contentType().endsWith("yaml") && body[0] != '{';
            JsonNode node = yaml ? YAML.readTree(body) : JSON.readTree(body);
            return node == null ? JSON.createObjectNode() : node;
        } catch (JsonProcessingException e) {
            throw ApiFailure.badRequest("the body cannot be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw ApiFailure.badRequest("the body ended too early");
        }
    }
}
