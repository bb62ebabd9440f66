/** Starts the access room: seed first, then what follows files, maps and changes for as long as the process lives. */
@NullMarked
package dev.precinct.runtime.access.start;

import org.jspecify.annotations.NullMarked;
