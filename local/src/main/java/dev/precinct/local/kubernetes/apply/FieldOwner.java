package dev.precinct.local.kubernetes.apply;

/** Who owns fields: a manager, by the way it writes and the subresource it writes to. */
public record FieldOwner(String manager, Operation operation, String apiVersion, String subresource) {
    /** How fields came to be owned. */
    public enum Operation {
        Apply,
        Update
    }
}
