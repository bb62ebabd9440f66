/** The places and floor images of the last map sync, for a restart without CMX. */
@NullMarked
package dev.precinct.runtime.places.persistence;

import org.jspecify.annotations.NullMarked;
