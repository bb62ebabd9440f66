/**
 * The API server's answer without an API server: a definition's schema, defaults and CEL rules, evaluated in Java. Semantics are those of
 * Kubernetes 1.36; a test compares both on every example.
 */
@NullMarked
package dev.precinct.crd.validation;

import org.jspecify.annotations.NullMarked;
