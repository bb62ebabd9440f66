/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.access.administration;

import org.jspecify.annotations.NullUnmarked;
