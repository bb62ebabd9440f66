/** Keeps the replicas up to date from Redis: snapshot, then the stream of changes. */
@NullMarked
package dev.precinct.gateway.principals.persistence;

import org.jspecify.annotations.NullMarked;
