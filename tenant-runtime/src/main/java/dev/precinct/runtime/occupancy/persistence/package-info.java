/** Sightings: one row for each device, area and five minutes, written with the positions. */
@NullMarked
package dev.precinct.runtime.occupancy.persistence;

import org.jspecify.annotations.NullMarked;
