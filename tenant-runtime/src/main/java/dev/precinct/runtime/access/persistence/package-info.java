/** Keeps permissions, pins and the outbox in PostgreSQL, and publishes principals to Redis. */
@NullMarked
package dev.precinct.runtime.access.persistence;

import org.jspecify.annotations.NullMarked;
