/** Floor images, drawn or taken from a recorded folder. */
@NullMarked
package dev.precinct.simulator.drawing;

import org.jspecify.annotations.NullMarked;
