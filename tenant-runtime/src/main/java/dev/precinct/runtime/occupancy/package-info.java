/** How many devices were on a floor or in a zone: unique devices in five minutes, gaps told apart from nobody. */
@NullMarked
package dev.precinct.runtime.occupancy;

import org.jspecify.annotations.NullMarked;
