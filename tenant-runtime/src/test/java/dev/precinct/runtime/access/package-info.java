/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.access;

import org.jspecify.annotations.NullUnmarked;
