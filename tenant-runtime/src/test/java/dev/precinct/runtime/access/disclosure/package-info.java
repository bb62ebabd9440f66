/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.access.disclosure;

import org.jspecify.annotations.NullUnmarked;
