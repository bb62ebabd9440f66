/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.edge;

import org.jspecify.annotations.NullUnmarked;
