/** Writes the definition and its reference from the records, and compares both with what is committed. */
@NullMarked
package dev.precinct.crd.generation;

import org.jspecify.annotations.NullMarked;
