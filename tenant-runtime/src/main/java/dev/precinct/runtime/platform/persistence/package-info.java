/** The connections to PostgreSQL and Redis, the schema, and transactions. */
@NullMarked
package dev.precinct.runtime.platform.persistence;

import org.jspecify.annotations.NullMarked;
