/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.access.publication;

import org.jspecify.annotations.NullUnmarked;
