package dev.precinct.local.kubernetes.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import dev.precinct.local.kubernetes.schema.Schema;

/** The schemas of one document: kinds, and everything that they refer to. */
final class Schemas {
    static final String PREFIX = "#/components/schemas/";
    private final ObjectNode components;

    Schemas(ObjectNode components) {
        this.components = components;
    }

    /** @return the kind's name in the document */
    String add(ResourceKind kind) {
        String name = (kind.group().isEmpty() ? "core" : kind.group()) + "." + kind.version() + "."
                + kind.names().kind();
        Schema schema = kind.schema();
        ObjectNode copy = schema.source().isObject() ? schema.source().deepCopy() : components.objectNode();
        copy.putArray(Operations.KIND).add(Operations.kindOf(kind));
        components.set(name, copy);
        follow(copy, schema);
        return name;
    }

    /** References are names in what was read, and places in what is served. */
    private void follow(JsonNode node, Schema root) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            String name = object.path("$ref").textValue();
            object.set("$ref", TextNode.valueOf(PREFIX + name));
            if (!components.has(name)) {
                JsonNode definition = root.definition(name).deepCopy();
                components.set(name, definition);
                follow(definition, root);
            }
        } else {
            node.forEach(child -> follow(child, root));
        }
    }
}
