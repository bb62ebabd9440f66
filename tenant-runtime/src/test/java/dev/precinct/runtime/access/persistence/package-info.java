/** The adapters of the room against real servers. */
@NullUnmarked
package dev.precinct.runtime.access.persistence;

import org.jspecify.annotations.NullUnmarked;
