/** The files that users copy, and the files that break exactly one rule each. */
@NullMarked
package dev.precinct.crd.examples;

import org.jspecify.annotations.NullMarked;
