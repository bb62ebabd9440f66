package dev.precinct.local.kubernetes.failure;

/** What a failure is about: the API group, the resource (plural) and kind, and the object's name. */
public record Subject(String group, String plural, String kind, String name) {

    String qualifiedPlural() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
