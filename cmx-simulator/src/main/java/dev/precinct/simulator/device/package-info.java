/** What the appliance tracks: devices, single sightings of them, and the worlds that know both for any instant. */
@NullMarked
package dev.precinct.simulator.device;

import org.jspecify.annotations.NullMarked;
