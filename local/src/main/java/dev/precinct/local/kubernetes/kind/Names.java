package dev.precinct.local.kubernetes.kind;

import java.util.List;

/** What a kind is called. */
public record Names(String plural, String singular, String kind, List<String> shortNames, List<String> categories) {}
