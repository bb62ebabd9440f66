/** The tenant's own API under {@code /v1}: me, places, floor images, live devices, occupancy, users. */
@NullMarked
package dev.precinct.runtime.nativeapi;

import org.jspecify.annotations.NullMarked;
