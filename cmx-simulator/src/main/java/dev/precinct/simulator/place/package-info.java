/** Campuses, buildings, floors, zones and access points, read from the appliance's own maps tree. */
@NullMarked
package dev.precinct.simulator.place;

import org.jspecify.annotations.NullMarked;
