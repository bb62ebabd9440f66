/** The live view, the feed and its gaps. */
@NullMarked
package dev.precinct.runtime.location;

import org.jspecify.annotations.NullMarked;
