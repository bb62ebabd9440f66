/** Tests of the gateway's connections to Redis. */
@NullMarked
package dev.precinct.gateway.persistence;

import org.jspecify.annotations.NullMarked;
