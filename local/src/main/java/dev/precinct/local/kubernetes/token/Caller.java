package dev.precinct.local.kubernetes.token;

/** Who calls: the name that a real API server would give him, and his uid (empty for the administrator). */
public record Caller(String name, String uid) {}
