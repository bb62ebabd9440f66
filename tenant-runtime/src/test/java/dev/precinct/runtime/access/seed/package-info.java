/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.access.seed;

import org.jspecify.annotations.NullUnmarked;
