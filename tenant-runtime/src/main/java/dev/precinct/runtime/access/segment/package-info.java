/** What a user may see: segments pinned to ids of places, and the scope of floors and polygons that they make. */
@NullMarked
package dev.precinct.runtime.access.segment;

import org.jspecify.annotations.NullMarked;
