/** Where devices are: the live view in memory and the state of the feed. */
@NullMarked
package dev.precinct.runtime.location;

import org.jspecify.annotations.NullMarked;
