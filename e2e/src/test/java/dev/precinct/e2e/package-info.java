/** Journeys through the whole, from {@code ./precinct up} to the browser. */
@NullMarked
package dev.precinct.e2e;

import org.jspecify.annotations.NullMarked;
