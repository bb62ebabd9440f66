package dev.precinct.local.kubernetes.kind;

/** Where a scalable kind keeps its replicas and selector: dotted paths. */
public record ScalePaths(String specReplicas, String statusReplicas, String selector) {}
