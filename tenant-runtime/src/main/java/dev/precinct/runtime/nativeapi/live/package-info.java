/** Devices of a floor as they move: what a stream has said and what it must say next. */
@NullMarked
package dev.precinct.runtime.nativeapi.live;

import org.jspecify.annotations.NullMarked;
