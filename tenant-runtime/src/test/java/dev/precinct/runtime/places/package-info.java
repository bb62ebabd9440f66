/** Zones as areas. */
@NullMarked
package dev.precinct.runtime.places;

import org.jspecify.annotations.NullMarked;
