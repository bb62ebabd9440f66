/** Where devices are: the live view in memory, the state of the feed, and the history that CMX keeps. */
@NullMarked
package dev.precinct.runtime.location;

import org.jspecify.annotations.NullMarked;
