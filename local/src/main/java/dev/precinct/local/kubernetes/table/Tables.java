package dev.precinct.local.kubernetes.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Shows objects of one kind in the form of {@code meta.k8s.io/v1 Table}. */
public final class Tables {
    private static final String API = "meta.k8s.io/v1";
    private final List<Column> columns;
    private final Include include;
    private final Clock clock;

    /** How much of an object comes with its row. */
    public enum Include {
        /** Nothing. */
        None,
        Metadata,
        /** All of it. */
        Object
    }

    public Tables(ResourceKind kind, Include include, Clock clock) {
        this.columns = columnsOf(kind);
        this.include = include;
        this.clock = clock;
    }

    private static List<Column> columnsOf(ResourceKind kind) {
        if (!kind.traits().custom()) {
            return BuiltinColumns.of(kind.names().kind());
        }
        List<Column> columns = new ArrayList<>(List.of(Column.NAME));
        kind.printerColumns().forEach(wanted -> columns.add(Column.of(wanted)));
        if (kind.printerColumns().isEmpty()) {
            columns.add(Column.AGE);
        }
        return columns;
    }

    /** A list as a table. */
    public ObjectNode ofList(JsonNode list) {
        ObjectNode table = empty(list.path("metadata").deepCopy());
        ArrayNode rows = table.withArrayProperty("rows");
        list.path("items").forEach(object -> rows.add(row(object)));
        return table;
    }

    /** One object as a table of one row. */
    public ObjectNode ofObject(JsonNode object) {
        ObjectNode table = bookmark(object.at("/metadata/resourceVersion").asText());
        table.withArrayProperty("rows").add(row(object));
        return table;
    }

    /** A table of no rows that tells a revision. */
    public ObjectNode bookmark(String resourceVersion) {
        return empty(JsonNodeFactory.instance.objectNode().put("resourceVersion", resourceVersion));
    }

    private ObjectNode empty(JsonNode metadata) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("kind", "Table").put("apiVersion", API);
        table.set("metadata", metadata);
        ArrayNode definitions = table.putArray("columnDefinitions");
        columns.forEach(column -> definitions.add(column.definition()));
        table.putArray("rows");
        return table;
    }

    private ObjectNode row(JsonNode object) {
        Instant now = clock.instant();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        ArrayNode cells = row.putArray("cells");
        columns.forEach(column -> cells.add(column.cell().of(object, now)));
        switch (include) {
            case None -> row.putNull("object");
            case Metadata -> {
                ObjectNode partial = row.putObject("object");
                partial.put("kind", "PartialObjectMetadata").put("apiVersion", API);
                partial.set("metadata", object.path("metadata"));
            }
            case Object -> row.set("object", object);
        }
        return row;
    }
}
