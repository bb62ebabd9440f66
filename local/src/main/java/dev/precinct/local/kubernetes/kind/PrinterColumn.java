package dev.precinct.local.kubernetes.kind;

/** A column that a definition wants to be shown of its objects; the path is in the JSONPath of Kubernetes. */
public record PrinterColumn(
        String name, String type, String format, String description, int priority, String jsonPath) {}
