/** Maps of CMX become places. */
@NullMarked
package dev.precinct.runtime.places.cmx;

import org.jspecify.annotations.NullMarked;
