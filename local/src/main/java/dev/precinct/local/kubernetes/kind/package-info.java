/** The kinds that the server serves: those it brings and those that CustomResourceDefinitions add. */
@NullMarked
package dev.precinct.local.kubernetes.kind;

import org.jspecify.annotations.NullMarked;
