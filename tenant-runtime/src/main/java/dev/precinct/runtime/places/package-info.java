/** The places of a tenant as its CMX draws them: campuses, buildings, floors, zones, access points, floor images. */
@NullMarked
package dev.precinct.runtime.places;

import org.jspecify.annotations.NullMarked;
