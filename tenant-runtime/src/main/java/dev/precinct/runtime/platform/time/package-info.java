/** The clock that everything else is given. */
@NullMarked
package dev.precinct.runtime.platform.time;

import org.jspecify.annotations.NullMarked;
