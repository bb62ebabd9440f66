/** The program behind {@code ./precinct}: one machine as a cluster. */
@NullMarked
package dev.precinct.local;

import org.jspecify.annotations.NullMarked;
