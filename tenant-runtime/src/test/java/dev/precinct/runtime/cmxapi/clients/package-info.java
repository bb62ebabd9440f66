/** Tests of the room. */
@NullUnmarked
package dev.precinct.runtime.cmxapi.clients;

import org.jspecify.annotations.NullUnmarked;
