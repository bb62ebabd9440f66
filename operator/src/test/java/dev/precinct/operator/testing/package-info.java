/** Fakes and real neighbours for the operator's tests. */
@NullMarked
package dev.precinct.operator.testing;

import org.jspecify.annotations.NullMarked;
