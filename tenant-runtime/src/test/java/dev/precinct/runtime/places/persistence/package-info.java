/** Places survive a restart. */
@NullMarked
package dev.precinct.runtime.places.persistence;

import org.jspecify.annotations.NullMarked;
