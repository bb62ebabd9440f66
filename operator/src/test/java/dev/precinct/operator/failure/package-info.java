/** Tests of the closed vocabulary. */
@NullMarked
package dev.precinct.operator.failure;

import org.jspecify.annotations.NullMarked;
