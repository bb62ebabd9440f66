/** Replay of a folder of files that a real appliance gave. */
@NullMarked
package dev.precinct.simulator.recorded;

import org.jspecify.annotations.NullMarked;
