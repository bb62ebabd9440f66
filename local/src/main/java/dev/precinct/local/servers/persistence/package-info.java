/** The only room of this program that speaks to PostgreSQL and Redis. */
@NullMarked
package dev.precinct.local.servers.persistence;

import org.jspecify.annotations.NullMarked;
