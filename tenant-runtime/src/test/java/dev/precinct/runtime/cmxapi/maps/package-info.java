/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.cmxapi.maps;

import org.jspecify.annotations.NullUnmarked;
