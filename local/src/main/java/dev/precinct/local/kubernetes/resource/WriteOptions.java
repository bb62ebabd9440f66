package dev.precinct.local.kubernetes.resource;

/** How a write is done: in whose name, with or without force, for good or as a rehearsal, and what happens to unknown fields. */
public record WriteOptions(String manager, boolean force, boolean dryRun, UnknownFields unknownFields) {
    /** What happens to fields that the schema does not know; all but Strict drop them. */
    public enum UnknownFields {
        Ignore,
        Warn,
        Strict
    }
}
