/** A real PostgreSQL, and a look into it past the code that is tested. */
@NullMarked
package dev.precinct.runtime.testing.persistence;

import org.jspecify.annotations.NullMarked;
