/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.nativeapi.live;

import org.jspecify.annotations.NullUnmarked;
