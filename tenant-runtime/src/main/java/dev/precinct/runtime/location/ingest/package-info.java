/** From news to what is kept: one writer puts news into the live view, the positions into the log, and after them the copy of the view. */
@NullMarked
package dev.precinct.runtime.location.ingest;

import org.jspecify.annotations.NullMarked;
