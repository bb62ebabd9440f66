/** Connections to Redis. */
@NullMarked
package dev.precinct.gateway.persistence;

import org.jspecify.annotations.NullMarked;
