/** Counting, and telling gaps from nobody. */
@NullMarked
package dev.precinct.runtime.occupancy;

import org.jspecify.annotations.NullMarked;
