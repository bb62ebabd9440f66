/** CMX's maps become places here, and are asked for again and again. */
@NullMarked
package dev.precinct.runtime.places.cmx;

import org.jspecify.annotations.NullMarked;
