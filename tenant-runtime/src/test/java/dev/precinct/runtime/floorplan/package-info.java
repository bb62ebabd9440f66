/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.floorplan;

import org.jspecify.annotations.NullUnmarked;
