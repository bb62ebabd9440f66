/** HTTP as old programs write it: raw spaces and angles, stray percent signs. */
@NullMarked
package dev.precinct.simulator.rawhttp;

import org.jspecify.annotations.NullMarked;
