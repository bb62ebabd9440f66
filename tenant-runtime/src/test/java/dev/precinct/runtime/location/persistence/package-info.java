/** Positions and the live view in real servers. */
@NullMarked
package dev.precinct.runtime.location.persistence;

import org.jspecify.annotations.NullMarked;
