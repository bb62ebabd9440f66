/** Positions in PostgreSQL and the live view in Redis. */
@NullMarked
package dev.precinct.runtime.location.persistence;

import org.jspecify.annotations.NullMarked;
