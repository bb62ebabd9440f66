/** Bodies, filters, sorting and paging of the location services. */
@NullMarked
package dev.precinct.simulator.location;

import org.jspecify.annotations.NullMarked;
