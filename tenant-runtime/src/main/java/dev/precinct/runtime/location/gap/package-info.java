/** Stretches of time in which nothing was heard of CMX: kept, so that no count calls them empty. */
@NullMarked
package dev.precinct.runtime.location.gap;

import org.jspecify.annotations.NullMarked;
