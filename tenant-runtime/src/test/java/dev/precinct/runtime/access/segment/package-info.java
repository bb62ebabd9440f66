/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.access.segment;

import org.jspecify.annotations.NullUnmarked;
